import type { Finding } from './finding.ts';
import type { SourceLine } from './manuscript.ts';

/** No file reports more censored spots than this one by one. */
const MOST_SPOTS = 20;

/** Where a web page masked words by `**`: kept as two asterisks, but a person who has the paper may know the words. */
export function censoredFindings(lines: readonly SourceLine[]): Finding[] {
  const spots = lines.flatMap(({ text, line }) =>
    Array.from(text.matchAll(/(?<!\*)\*\*(?!\*)/g), ({ index }) => ({
      line,
      around: text.slice(Math.max(0, index - 6), index + 8),
    })),
  );
  const findings = spots.slice(0, MOST_SPOTS).map(({ line, around }): Finding => {
    const message = `两个星号照录（在 ${around} 中），多半是来源遮去的字，请对照原件`;
    return { kind: 'attention', line, message };
  });
  const next = spots[MOST_SPOTS];
  const message = `从这里起还有 ${spots.length - MOST_SPOTS} 处两个星号`;
  return next ? [...findings, { kind: 'attention', line: next.line, message }] : findings;
}
