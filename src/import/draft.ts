import type { InferredField } from './evidence.ts';
import type { Finding } from './finding.ts';

/** A note of the draft's frontmatter. */
export interface DraftNote {
  text: string;
  field?: string;
  inferred?: true;
}

/** Frontmatter of a draft, keys in the order in which they are written. */
export type DraftFrontmatter = Record<string, unknown>;

const INFERRED_WORDS: Record<string, string> = {
  title: '标题',
  issuer: '发文机关',
  kind: '文种',
  docNumber: '发文字号',
  issuedOn: '成文日期',
  publishedOn: '发布日期',
  effectiveOn: '施行日期',
  expiresOn: '有效期至',
  period: '所属时期',
  completeness: '收录程度',
};

/** Builds the frontmatter from what was concluded; every value that the source does not state gets a note. */
export function draftFrontmatter(
  fields: readonly InferredField[],
  source: { file: string; sha256: string; url?: string; printedLine?: string; catalogue: readonly string[] },
  findings: readonly Finding[],
): DraftFrontmatter {
  const known = fields.filter((field) => field.value !== undefined);
  const byName = Object.fromEntries(known.map((field) => [field.field, field.value]));
  const { completeness, ...rest } = byName;
  const { catalogue, ...origin } = source;
  const listed = catalogue.length > 0 ? `；来源另注明：${catalogue.join('；')}` : '';
  const notes = [
    ...known.filter(({ confidence }) => confidence !== '原文写明').map(fieldNote),
    ...textNotes(findings),
  ];
  return {
    ...rest,
    topics: [],
    status: '未核实',
    completeness,
    source: { ...origin, note: `由导入工具从原文件转换${listed}` },
    ...(notes.length > 0 ? { notes } : {}),
  };
}

function fieldNote({ field, evidence, confidence }: InferredField): DraftNote {
  const label = INFERRED_WORDS[field] ?? field;
  if (confidence === '未知') return { text: `${label}未能判定：${evidence}。`, field };
  return { text: `${label}由导入工具推断：${evidence}。`, field, inferred: true };
}

/** Changes that a reader of the text must know of; where each was made is in the import report. */
function textNotes(findings: readonly Finding[]): DraftNote[] {
  const has = (word: string): boolean => findings.some(({ message }) => message.includes(word));
  const notes: DraftNote[] = [];
  if (has('半角标点改为全角')) notes.push({ text: '正文汉字间的半角标点已改为全角，发文字号照原样保留。' });
  if (has('章节的序数和名称分在两行')) notes.push({ text: '来源里分作两行的章节序数和名称已接成一行。' });
  if (has('原文在句中断开') || has('原文按固定行宽折行'))
    notes.push({ text: '来源在句中断开的段落已经接上，其余段落照来源。' });
  if (has('标明为编者所补')) notes.push({ text: '来源缺失的括号或书名号由编者补上，并在正文中标明。' });
  return notes;
}
