/** What Word's symbol fonts show at places of the private use area, U+F000 + the font's own number. */
const WINGDINGS_OR_SYMBOL: Readonly<Record<number, string>> = {
  108: '●（Wingdings）',
  110: '■（Wingdings）',
  117: '◆（Wingdings）',
  118: '❖（Wingdings）',
  159: '•（Wingdings）',
  163: '□（Wingdings 2）或 ≤（Symbol）',
  167: '▪（Wingdings）',
  168: '□（Wingdings）',
  176: '°（Symbol）',
  177: '±（Symbol）',
  179: '≥（Symbol）',
  180: '×（Symbol）',
  183: '•（Symbol）',
  184: '÷（Symbol）',
  216: '➢（Wingdings）',
  224: '→（Wingdings）',
  251: '✗（Wingdings）',
  252: '✓（Wingdings）',
  253: '☒（Wingdings）',
  254: '☑（Wingdings）',
};

/** Private places that GB 18030-2000 gave to characters which Unicode has had since, with the place of each there. */
const GB18030: Readonly<Record<number, number>> = {
  59277: 0xfe10,
  59278: 0xfe12,
  59279: 0xfe11,
  59280: 0xfe13,
  59281: 0xfe14,
  59282: 0xfe15,
  59283: 0xfe16,
  59284: 0xfe17,
  59285: 0xfe18,
  59286: 0xfe19,
  59335: 0x1e3f,
  59422: 0x9fb4,
  59430: 0x9fb5,
  59435: 0x9fb6,
  59436: 0x9fb7,
  59442: 0x9fb8,
  59459: 0x9fb9,
  59476: 0x9fba,
  59492: 0x9fbb,
};

/** What a private character probably is, and how to mend it. */
export function privateCharacter(code: number): { what: string; fix: string } {
  const standard = GB18030[code];
  if (standard !== undefined) {
    const char = String.fromCodePoint(standard);
    return {
      what: `旧国标编码里的“${char}”（U+${standard.toString(16).toUpperCase()}）`,
      fix: `核对原件，改为“${char}”`,
    };
  }
  if (code >= 0xf020 && code <= 0xf0ff) {
    const probable = WINGDINGS_OR_SYMBOL[code - 0xf000];
    return {
      what: `来自 Word 的符号字体（Symbol、Wingdings 等），${probable ? `多半是 ${probable}` : `是其中第 ${code - 0xf000} 号符号`}`,
      fix: `在 Word 里打开原件看它是什么，改为通用的符号${probable ? `，如 ${probable.charAt(0)}` : ''}；只是项目符号的，删去`,
    };
  }
  return {
    what: '只有装了某种字体（如造字程序造的字）的电脑才显示得出来',
    fix: '对照原件改为通用的字，生僻字一般也有统一的编码；查不到的，写作拼合说明，如 <Supplied>（左“金”右“监”）</Supplied>，在编者注（notes）里说明',
  };
}
