import { formatChineseNumeral } from './numerals.ts';
import type { Ordinal } from './ordinals.ts';

/** Where a clause stands: the number at each level that it is under. */
export type ClausePath = Partial<Record<Ordinal['level'], number | undefined>>;

/** Deeper levels are forgotten when a higher one begins; articles run on through chapters. */
const FORGETS: Record<Ordinal['level'], Ordinal['level'][]> = {
  chapter: ['article', 'part', 'section', 'item', 'subitem'],
  article: ['part', 'section', 'item', 'subitem'],
  part: ['section', 'item', 'subitem'],
  section: ['item', 'subitem'],
  item: ['subitem'],
  subitem: [],
};

export function enterPath(path: ClausePath, { level, number }: Ordinal): void {
  path[level] = number;
  for (const deeper of FORGETS[level]) path[deeper] = undefined;
}

export function clearPath(path: ClausePath): void {
  for (const level of Object.keys(path) as Ordinal['level'][]) path[level] = undefined;
}

/** Items with the same key can be told apart only by their section. */
export function itemKey({ chapter, article, part, item }: ClausePath): string {
  return `${chapter ?? ''}/${article ?? ''}/${part ?? ''}/${item ?? ''}`;
}

/** ASCII id of the place, e.g. s3-2-i6 for 三、（二）6. */
export function pathId(path: ClausePath, level: Ordinal['level']): string {
  if (level === 'chapter') return `ch${path.chapter}`;
  const steps: string[] = [];
  if (path.article !== undefined) steps.push(`art${path.article}`);
  if (path.part !== undefined) steps.push(`s${path.part}`);
  if (path.section !== undefined)
    steps.push(path.part === undefined ? `sub${path.section}` : String(path.section));
  if (path.item !== undefined) steps.push(`i${path.item}`);
  if (path.subitem !== undefined) steps.push(String(path.subitem));
  return steps.join('-');
}

/** How the place is cited, e.g. 第三部分第6条; `repeated` are the keys of items whose section must be named. */
export function pathLabel(path: ClausePath, level: Ordinal['level'], repeated: ReadonlySet<string>): string {
  if (level === 'chapter') return `第${chinese(path.chapter)}章`;
  const article = path.article === undefined ? '' : `第${chinese(path.article)}条`;
  const part = path.part === undefined ? '' : `第${chinese(path.part)}部分`;
  const needsSection = path.item === undefined || part === '' || repeated.has(itemKey(path));
  const section = path.section !== undefined && needsSection ? sectionLabel(path) : '';
  const item = path.item === undefined ? '' : article ? `第${path.item}项` : `第${path.item}条`;
  const subitem = path.subitem === undefined ? '' : `第（${path.subitem}）项`;
  return article + part + section + item + subitem;
}

/** Within an article, （一） is an item of it (立法技术规范); elsewhere it is a section of its part. */
function sectionLabel(path: ClausePath): string {
  const bracketed = `（${chinese(path.section)}）`;
  return path.article === undefined ? bracketed : `第${bracketed}项`;
}

function chinese(number: number | undefined): string {
  return number === undefined ? '' : formatChineseNumeral(number);
}
