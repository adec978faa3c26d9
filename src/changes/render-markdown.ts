import { escapeMarkdown } from '../core/escape-markdown.ts';
import { fitUnits, type KeptUnit, type WrittenUnit } from './fit.ts';
import { shortenSpans } from './shorten.ts';
import type { Line, Section, Span, Unit, View } from './view.ts';

/** First line of a list of changes, by which a comment is found again and replaced. */
export const MARKER = '<!-- jiaoyan-wenku:changes -->';
/** The same of a report on the inbox. */
export const INBOX_MARKER = '<!-- jiaoyan-wenku:inbox -->';
const LEGEND = '<sub><del>删去的字</del>加删除线，<ins><strong>新增的字</strong></ins>加粗加下划线。</sub>';
/** Room for the closing sentence and for the notes on what each section leaves out. */
const RESERVE = 400;

/** What a report in Markdown is for. */
export interface MarkdownOptions {
  marker?: string;
  /** The most UTF-16 units that it may have. */
  limit?: number | undefined;
}

/**
 * The report in Markdown that GitHub, GitLab and Gitee show alike. What the limit leaves out is said where it would
 * stand, and at the end.
 */
export function renderMarkdown(view: View, options: MarkdownOptions = {}): string {
  const { marker = MARKER, limit = Number.POSITIVE_INFINITY } = options;
  const head = `${[marker, `## ${view.title}`, '', ...view.lead.map(escapeMarkdown), '', ...table(view)].join('\n')}\n`;
  const headings = view.sections.map(headingOf);
  const written = view.sections.map(({ units }) => units.map(writeUnit));
  const frame = head.length + headings.join('').length;
  const all = written.flat().reduce((sum, unit) => sum + unit.head.length + unit.lines.join('').length, 0);
  const room =
    frame + all <= limit ? Number.MAX_SAFE_INTEGER : limit - frame - RESERVE - 60 * headings.length;
  const kept = fitUnits(written, room);
  const sections = kept.map((units, index) => `${headings[index] ?? ''}${writeSection(units)}`);
  return `${head}${sections.join('')}${closing(kept, view.elsewhere)}`;
}

function table({ summary, sections }: View): string[] {
  if (summary.length === 0) return [];
  const marks = sections.some(({ units }) =>
    units.some(({ lines }) =>
      lines.some(({ spans }) => spans.some(({ mark }) => mark === 'del' || mark === 'ins')),
    ),
  );
  const rows = summary.map(({ label, words }) => `| ${escapeMarkdown(label)} | ${escapeMarkdown(words)} |`);
  return ['| 项目 | 数量 |', '| --- | --- |', ...rows, ...(marks ? ['', LEGEND] : [])];
}

function headingOf({ title, count, lead }: Section): string {
  return `\n### ${escapeMarkdown(title)}（${count}）\n${lead === null ? '' : `\n${escapeMarkdown(lead)}\n`}`;
}

function writeUnit({ title, about, lines }: Unit): WrittenUnit {
  const side = about.length > 0 ? ` <sub>${writeSpans(about)}</sub>` : '';
  return { head: `\n#### ${writeSpans(title)}${side}\n\n`, lines: lines.map(writeLine) };
}

function writeLine({ label, spans, tone }: Line): string {
  const sign = tone === 'error' ? '❌ ' : tone === 'warning' ? '⚠️ ' : '';
  const name = label === null ? '' : `<b>${escapeMarkdown(label)}</b>：`;
  return `- ${sign}${name}${writeSpans(shortenSpans(spans))}\n`;
}

/** Marks are HTML: signs such as ** fail beside Chinese punctuation. */
function writeSpans(spans: readonly Span[]): string {
  return spans
    .map(({ text, mark }) => {
      const escaped = escapeMarkdown(text);
      if (mark === undefined || text === '') return escaped;
      return (
        { del: `<del>${escaped}</del>`, ins: `<ins><strong>${escaped}</strong></ins>` }[
          mark as 'del' | 'ins'
        ] ?? (mark === 'code' ? `<code>${escaped}</code>` : `<strong>${escaped}</strong>`)
      );
    })
    .join('');
}

function writeSection(units: readonly KeptUnit[]): string {
  const left = units.filter((unit) => unit === undefined).length;
  const note = left > 0 ? `\n……另有 ${left} 项没有列出。\n` : '';
  return units.map((unit) => (unit ? writeKept(unit) : '')).join('') + note;
}

function writeKept({ head, lines, omitted }: NonNullable<KeptUnit>): string {
  return head + lines.join('') + (omitted > 0 ? `- ……另有 ${omitted} 处没有列出。\n` : '');
}

function closing(sections: readonly (readonly KeptUnit[])[], elsewhere: string): string {
  const units = sections.flat();
  const left = units.filter((unit) => unit === undefined).length;
  const lines = units.reduce((sum, unit) => sum + (unit?.omitted ?? 0), 0);
  if (left + lines === 0) return '';
  return `\n---\n\n清单太长，这里没有列出 ${left} 项和另外 ${lines} 处；全部内容见${elsewhere}。\n`;
}
