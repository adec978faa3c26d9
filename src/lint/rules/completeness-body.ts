import { defineDocumentRule } from '../rule.ts';

/** What makes a body longer and shows nothing. */
const NOTHING =
  /[\u00ad\u200b-\u200f\u2060\ufeff\u3164]|&(?:nbsp|ensp|emsp|shy|ZeroWidthSpace);|&#(?:160|8203);|^[-*_]{3,}\s*$/gm;

/** A bare record that has a body, or a full text or excerpt that has none. */
export default defineDocumentRule({
  id: 'completeness-body',
  severity: 'error',
  *check({ source, data }) {
    if (data.completeness === undefined) return;
    const hasBody = source.body.replace(NOTHING, '').trim() !== '';
    if (hasBody !== (data.completeness === '题录')) return;
    const place = { file: source.file, line: source.lineOf(['completeness']) };
    yield hasBody
      ? {
          ...place,
          found: `收录程度写“题录”，却有正文（从第 ${bodyStart(source)} 行起）`,
          expected: '题录只有著录信息，没有正文',
          fix: '有全部正文的改为 completeness: 全文，只有一部分的改为 摘录；给编者看的话写进编者注（notes）',
        }
      : {
          ...place,
          found: `收录程度写“${data.completeness}”，却没有正文`,
          expected: '全文、摘录在第二个 --- 之下有正文',
          fix: '补上正文；手头没有正文的，改为 completeness: 题录',
        };
  },
});

function bodyStart({ body, bodyLine }: { body: string; bodyLine: number }): number {
  return bodyLine + (/^\s*/.exec(body)?.[0].split('\n').length ?? 1) - 1;
}
