import type { Finding } from '../finding.ts';
import type { Aside, PageLine } from './flow.ts';

/** No report lists more things of one kind one by one. */
const MOST = 20;

/** What of the kept lines can't stand in a text: pictures, files, frames, formatting. Lines have their final numbers. */
export function asideFindings(kept: readonly PageLine[]): Finding[] {
  const asides = kept.flatMap(({ line, asides: each }) =>
    each.map((aside) => ({ ...aside, line: line.line })),
  );
  const of = (kind: Aside['kind']): (Aside & { line: number })[] =>
    asides.filter((each) => each.kind === kind);
  return [
    ...listed(of('file'), ({ text, address }) => ({
      kind: 'attention',
      message: `附件“${text || '未命名'}”没有随网页导入：${address}。如需收录，请另行下载，放进内容文件夹的 files 并写入 attachments`,
    })),
    ...listed(of('picture'), ({ text, address }) => ({
      kind: 'lost',
      message: `图片${text ? `“${text}”` : ''}不在网页文件里，没有收入：${address || '没有地址'}`,
    })),
    ...listed(of('frame'), ({ text }) => ({
      kind: 'lost',
      message: `嵌在网页里的内容没有收入：${text || '没有地址'}`,
    })),
    ...counted(of('broken-link'), 'lost', '处链接的地址不完整或不是网址，只留文字'),
    ...counted(of('raised'), 'attention', '处上标或下标没有对应的字符，照平排录入，请对照原件'),
    ...counted(of('underline'), 'lost', '处下划线没有保留，文字不变'),
    ...counted(of('bullet'), 'changed', '个项目符号列表的条目改为段落，圆点不保留'),
  ];
}

function listed(
  asides: readonly (Aside & { line: number })[],
  say: (aside: Aside) => Pick<Finding, 'kind' | 'message'>,
): Finding[] {
  const findings = asides.slice(0, MOST).map((aside): Finding => ({ ...say(aside), line: aside.line }));
  const next = asides[MOST];
  const rest = `从这里起还有 ${asides.length - MOST} 处同样的情形`;
  return next ? [...findings, { kind: say(next).kind, line: next.line, message: rest }] : findings;
}

function counted(
  asides: readonly { line: number; text: string }[],
  kind: Finding['kind'],
  what: string,
): Finding[] {
  const first = asides.find(({ text }) => text !== '');
  if (!first) return [];
  const count = asides.filter(({ text }) => text !== '').length;
  return [
    { kind, line: first.line, message: `从这里起有 ${count} ${what}（如“${first.text.slice(0, 20)}”）` },
  ];
}
