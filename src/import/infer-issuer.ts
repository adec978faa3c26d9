import { parseDocNumber } from '../core/docnumber.ts';
import { UNSIGNED } from '../core/unsigned.ts';
import { isDateLine } from './dates.ts';
import type { Elements } from './elements.ts';
import type { Evidence } from './evidence.ts';
import type { SourceLine } from './manuscript.ts';

/** An entry of the register of agency codes, as far as an import needs it. */
export interface KnownAgency {
  code: string;
  issuer: string;
}

/** Words that end an office's name wherever they stand in a title. */
const OFFICES =
  '教研室|教育局|教体局|教育体育局|教育厅|教育部|教育委员会|教委|教研院|教科院|教育科学研究院|教师发展中心|教研中心|人民政府|办公室';
/** Words that end a school's name, but only where the name visibly ends: 小学教学计划 names no school. */
const SCHOOLS = '学校|小学|中学|幼儿园|学院|大学';
const OFFICE = new RegExp(`^[\\p{Script=Han}（）()]{2,30}(?:${OFFICES})`, 'u');
const SCHOOL = new RegExp(`^[\\p{Script=Han}（）()]{2,30}(?:${SCHOOLS})$`, 'u');
/** No name: what a document calls its own office or area. */
const NAMELESS = /^(?:关于|本|我|全|各|县教|区教|市教)/;

/** Who issued the document: a named element, its signature, else its title, else the register by its number, else 未署名. */
export function inferIssuer(context: {
  title: string;
  docNumber: string | undefined;
  lines: readonly SourceLine[];
  elements: Elements;
  agencies: readonly KnownAgency[];
}): Evidence {
  return (
    named(context.elements) ??
    signature(context.lines) ??
    titleOffice(context.title) ??
    registered(context) ?? {
      value: UNSIGNED,
      evidence: '落款、标题和机关代字表都没有指明发文机关',
      confidence: '未知',
      line: 0,
    }
  );
}

function named({ issuer }: Elements): Evidence | undefined {
  if (!issuer) return undefined;
  const evidence = `公文要素“发文机关：${issuer.value}”`;
  return { value: issuer.value, evidence, confidence: '原文写明', line: issuer.line };
}

/** The short line above the closing date. */
function signature(lines: readonly SourceLine[]): Evidence | undefined {
  const dateAt = lines.findLastIndex(({ text }) => isDateLine(text));
  const line = dateAt > 0 && dateAt >= lines.length - 4 ? lines[dateAt - 1] : undefined;
  const name = line?.text.replace(/\s/g, '');
  if (!line || !name || !/^[\p{Script=Han}（）()]{3,40}$/u.test(name)) return undefined;
  return { value: name, evidence: `文末落款“${line.text}”`, confidence: '原文写明', line: line.line };
}

function titleOffice(title: string): Evidence | undefined {
  const front = title.split(/关于|[0-9０-９]|工作|年度|学年|学期/)[0] ?? '';
  const name = (SCHOOL.exec(front) ?? OFFICE.exec(front))?.[0];
  if (!name || NAMELESS.test(name)) return undefined;
  return { value: name, evidence: `标题中的“${name}”`, confidence: '推断', line: 0 };
}

function registered(context: {
  docNumber: string | undefined;
  agencies: readonly KnownAgency[];
}): Evidence | undefined {
  const number = context.docNumber ? parseDocNumber(context.docNumber) : undefined;
  const agency = context.agencies.find(({ code }) => code === number?.code);
  if (!agency) return undefined;
  return { value: agency.issuer, evidence: `机关代字表：${agency.code}`, confidence: '推断', line: 0 };
}
