import { parse } from 'yaml';
import { findDate } from '../dates.ts';
import type { Elements } from '../elements.ts';

/** The YAML between fences at the start of a Markdown file, as other systems write it. */
export interface FrontMatter {
  /** How many lines it takes, fences included. */
  length: number;
  elements: Elements;
  /** Every key with a plain value, as title：…. */
  catalogue: string[];
}

/** Longer beginnings are a text that begins with a rule. */
const LONGEST = 80;
const FROM = 'Markdown 文件头';
const FIELDS: Record<string, keyof Elements> = {
  title: 'title',
  标题: 'title',
  docnumber: 'docNumber',
  文号: 'docNumber',
  发文字号: 'docNumber',
  issuer: 'issuer',
  发文机关: 'issuer',
  date: 'publishedOn',
  日期: 'publishedOn',
  published: 'publishedOn',
  publishedon: 'publishedOn',
  发布日期: 'publishedOn',
  issuedon: 'issuedOn',
  成文日期: 'issuedOn',
};

/** Reads the front matter of a file, or undefined when it has none that is sound. */
export function readFrontMatter(lines: readonly string[]): FrontMatter | undefined {
  if (lines[0]?.trim() !== '---') return undefined;
  const end = lines
    .slice(0, LONGEST)
    .findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (end < 2) return undefined;
  const data = parseYaml(lines.slice(1, end).join('\n'));
  if (data === undefined) return undefined;
  const entries = Object.entries(data).map(([key, value]) => [key, plainValue(value)] as const);
  const elements: Elements = {};
  for (const [key, value] of entries) {
    const field = FIELDS[key.toLowerCase()];
    if (!field || value === '' || (field.endsWith('On') && !findDate(value))) continue;
    elements[field] ??= { value, line: 1, from: FROM, label: key, weak: true };
  }
  const catalogue = entries.filter(([, value]) => value !== '').map(([key, value]) => `${key}：${value}`);
  return { length: end + 1, elements, catalogue };
}

function parseYaml(text: string): Record<string, unknown> | undefined {
  try {
    const data: unknown = parse(text, { schema: 'failsafe', maxAliasCount: 0 });
    const sound = typeof data === 'object' && data !== null && !Array.isArray(data);
    return sound && Object.keys(data).every((key) => key !== '') ? { ...data } : undefined;
  } catch {
    return undefined;
  }
}

function plainValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainValue).filter(Boolean).join('、');
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
}
