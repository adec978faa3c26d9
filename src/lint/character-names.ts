/** Characters that can't be seen, as an editor may know them. */
const NAMES: Readonly<Record<number, string>> = {
  0: '空字符',
  7: '响铃',
  8: '退格',
  11: 'Word 的手动换行',
  12: '换页',
  27: '转义',
  31: 'Word 的可选连字符',
  30: 'Word 的不间断连字符',
  127: '删除',
  133: '下一行',
  160: '不断行的空格',
  173: '软连字符',
  847: '组合连接符',
  1564: '阿拉伯文方向记号',
  4447: '谚文填充符',
  4448: '谚文填充符',
  6158: '蒙古文元音分隔符',
  8203: '零宽空格',
  8204: '零宽不连字',
  8205: '零宽连字',
  8206: '从左到右记号',
  8207: '从右到左记号',
  8232: '行分隔符',
  8233: '段分隔符',
  8234: '改变文字方向',
  8235: '改变文字方向',
  8236: '方向改变到此为止',
  8237: '强制改变文字方向',
  8238: '强制从右到左',
  8288: '字词连接符',
  8294: '改变文字方向',
  8295: '改变文字方向',
  8296: '改变文字方向',
  8297: '方向改变到此为止',
  10240: '空白盲文',
  12644: '谚文填充符',
  65279: '字节顺序标记',
  65440: '谚文填充符',
  65532: '对象替换符',
  65533: '替换字符',
};

/** Ranges of them. */
const RANGES: readonly [number, number, string][] = [
  [0x2000, 0x200a, '宽度特别的空格'],
  [0x202f, 0x205f, '宽度特别的空格'],
  [0x2061, 0x2064, '看不见的运算符'],
  [0x206a, 0x206f, '已废除的格式字符'],
  [0xfff9, 0xfffb, '行间注记'],
  [0xfe00, 0xfe0f, '字形选择符'],
  [0xe0100, 0xe01ef, '字形选择符'],
  [0xe0000, 0xe007f, '隐藏文字的标签字符'],
];

/** A character as a message names it: U+200B（零宽空格）. */
export function codePointName(code: number): string {
  const hex = code.toString(16).toUpperCase().padStart(4, '0');
  const name = NAMES[code] ?? RANGES.find(([from, to]) => code >= from && code <= to)?.[2];
  return name === undefined ? `U+${hex}` : `U+${hex}（${name}）`;
}
