import type { Finding } from '../finding.ts';
import type { BuilderTally } from '../line-builder.ts';
import type { InlineState } from './inline.ts';

/** How the finding begins that says that pictures were left out. */
export const LOST_PICTURES = '图片、图形或公式';

/** What an editor must know of how a Word 97-2003 file was read. */
export function docFindings({
  state,
  nested,
  framed,
  boxes,
  strays,
  tally,
}: {
  state: InlineState;
  nested: number;
  framed: number;
  boxes: number;
  strays: number;
  tally: Readonly<BuilderTally>;
}): Finding[] {
  const findings: Finding[] = [];
  const add = (kind: Finding['kind'], count: number, message: string): void => {
    if (count > 0) findings.push({ kind, line: 0, message });
  };
  const pictures = state.pictures + state.drawings;
  const asDocx = '（另存为 .docx 再导入，图片可一并带入）';
  add('lost', pictures, `${LOST_PICTURES} ${pictures} 处没有带过来${asDocx}`);
  add('lost', state.symbols, `符号字体的符号 ${state.symbols} 个没有带过来，请对照原件补上`);
  const shown =
    [...state.inserted].length > 30 ? `${[...state.inserted].slice(0, 30).join('')}……` : state.inserted;
  add(
    'attention',
    shown.trim().length,
    `有未处理的修订：插入“${shown}”，已收入。改法：在 Word 里逐条接受或拒绝后再导入，或核对`,
  );
  add('attention', boxes, `文本框里的文字放在了正文末尾（${boxes} 段），请移到合适的地方`);
  add('attention', strays, `正文里找不到序号的脚注放在了正文末尾（${strays} 段），请移到合适的地方`);
  add('changed', framed, `只有一列的表格改为正文（${framed} 段）`);
  add('attention', nested, `表格里还有表格（${nested} 段），里层的文字按行放在外层的格子里`);
  return [...findings, ...tallyFindings(tally)];
}

/** What was done to unusual characters, for any format that a line builder puts together. */
export function tallyFindings({ controls, invisible, privateUse, replacement }: BuilderTally): Finding[] {
  const findings: Finding[] = [];
  const add = (kind: Finding['kind'], count: number, message: string): void => {
    if (count > 0) findings.push({ kind, line: 0, message });
  };
  add('changed', invisible, `删去看不见的零宽字符 ${invisible} 个`);
  add('lost', controls, `删去控制字符 ${controls} 个`);
  const useCommon = '换一台电脑可能显示不出，请改为通用字';
  add('attention', privateUse, `有专用区字符 ${privateUse} 个（多为造字或 Word 符号），${useCommon}`);
  add('attention', replacement, `有“\ufffd” ${replacement} 处：源文件在此处已经损坏，请对照原件补上`);
  return findings;
}
