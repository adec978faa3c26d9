/** A summary from the plan that it is to report on: the plan's headings, and each of its measures as a question. */
import { parseOrdinal } from '../core/ordinals.ts';
import { TO_WRITE } from '../core/placeholders.ts';
import type { DocumentData } from '../schema/documents.ts';
import { PLAN_KINDS, type SUMMARY_KINDS } from '../schema/kinds.ts';
import { type Original, plainBody, type Start } from './next-plan.ts';

const SUMMARY_KIND: Record<(typeof PLAN_KINDS)[number], (typeof SUMMARY_KINDS)[number]> = {
  工作计划: '工作总结',
  工作要点: '工作总结',
  专项计划: '专项总结',
  实施方案: '专项总结',
};

/** The summary that reports on a plan. */
export function summaryFromPlan({ id, data, body }: Original): Start {
  const kind = PLAN_KINDS.find((each) => each === data.kind) ?? '工作计划';
  return {
    values: {
      title: summaryTitle(data.title, kind),
      ...{ issuer: data.issuer, kind: SUMMARY_KIND[kind], topics: data.topics },
      ...(data.period === undefined ? {} : { period: data.period }),
      relations: { reportsOn: [data.docNumber ?? id] },
    },
    body: outline(plainBody(body), data),
    review: [{ text: `每条“计划：……”下面写出完成情况，写好后删去引用的计划原文和“${TO_WRITE}”` }],
  };
}

function summaryTitle(title: string, kind: keyof typeof SUMMARY_KIND): string {
  const at = title.lastIndexOf(kind);
  if (at >= 0) return title.slice(0, at) + SUMMARY_KIND[kind] + title.slice(at + kind.length);
  return /计划|方案|要点/.test(title) ? title.replace(/计划|方案|要点/, '总结') : `${title}总结`;
}

/** Headings with what stands below them, up to the next heading. */
interface Section {
  heading: string;
  blocks: string[];
}

function outline(body: string, data: DocumentData): string {
  const sections = sectionsOf(body, data);
  const blocks = sections.flatMap((section, index) => [
    section.heading,
    ...measuresOf(section.blocks).flatMap(prompt),
    ...(isBare(section, sections[index + 1]) ? [TO_WRITE] : []),
  ]);
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** Nothing but a table or a picture stands below the heading, and no heading of a lower level. */
function isBare({ heading, blocks }: Section, next: Section | undefined): boolean {
  return blocks.length === 0 && depth(next?.heading ?? '') <= depth(heading);
}

function depth(heading: string): number {
  return /^#*/.exec(heading)?.[0].length ?? 0;
}

/** What comes before the first heading is the letter's beginning; a text without any heading is one section. */
function sectionsOf(body: string, data: DocumentData): Section[] {
  const sections: Section[] = [{ heading: '', blocks: [] }];
  for (const block of body.split(/\n\s*\n/)) {
    if (/^#{1,6}\s/.test(block)) sections.push({ heading: block.trim(), blocks: [] });
    else if (isProse(block, data)) sections.at(-1)?.blocks.push(block.trim());
  }
  return sections.length > 1 ? sections.slice(1) : sections;
}

/** A paragraph that says something: no table, picture, footnote, signature or date. */
function isProse(block: string, { issuer }: DocumentData): boolean {
  const text = block.trim();
  return (
    text !== '' &&
    text !== issuer &&
    !/^(?:\||!\[|\[\^|```|---)/.test(text) &&
    !/^[\d〇一二三四五六七八九十]+年[^，。]*日$/.test(text)
  );
}

/** Where a section counts its measures, what is counted; else every paragraph of it. */
function measuresOf(blocks: readonly string[]): readonly string[] {
  const counted = blocks.filter((block) => parseOrdinal(block.replaceAll('\\', '')) !== undefined);
  return counted.length > 0 ? counted : blocks;
}

function prompt(measure: string): string[] {
  const text = measure.replace(/\[\^[^\]]*\]/g, '');
  return [
    text
      .split('\n')
      .map((line, index) => `> ${index === 0 ? '计划：' : ''}${line}`)
      .join('\n'),
    TO_WRITE,
  ];
}
