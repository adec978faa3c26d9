import { parseDocNumber } from '../core/docnumber.ts';
import { UNSIGNED } from '../core/unsigned.ts';
import type { Closing } from './closing.ts';
import { type Elements, quoteElement } from './elements.ts';
import type { Evidence } from './evidence.ts';
import type { Passing } from './legal-dates.ts';
import { officeNames } from './office-names.ts';

/** An entry of the register of agency codes, as far as an import needs it. */
export interface KnownAgency {
  code: string;
  issuer: string;
}

/** Words that end an office's name wherever they stand in a title. */
const OFFICES =
  '教研室|教育局|教体局|教育体育局|教育厅|教育部|教育委员会|教委|教研院|教科院|教育科学研究院|教师发展中心|教研中心|人民政府|办公厅|办公室|国务院';
/** Words that end a school's name, but only where the name visibly ends: 小学教学计划 names no school. */
const SCHOOLS = '学校|小学|中学|幼儿园|学院|大学';
const OFFICE = new RegExp(`^(?:[\\p{Script=Han}（）()]{2,30}(?:${OFFICES})|国务院)`, 'u');
const SCHOOL = new RegExp(`^[\\p{Script=Han}（）()]{2,30}(?:${SCHOOLS})$`, 'u');
/** No name: what a document calls its own office or area. */
const NAMELESS = /^(?:关于|本|我|全|各|县教|区教|市教)/;

/** A part of a school or office; a 教研室 is an office of its own. */
const DEPARTMENT = /^(?!教研室|教科室).{1,3}[处组室科]$/;

/** What an issuer is concluded from. */
export interface IssuerContext {
  title: string;
  docNumber: string | undefined;
  closing: Closing;
  passings: readonly Passing[];
  elements: Elements;
  agencies: readonly KnownAgency[];
}

/**
 * Who issued the document: a named element, its signature, else its title, else who passed it, else the register by
 * its number, else 未署名. Joint issuers are joined by 、.
 */
export function inferIssuer(context: IssuerContext): Evidence {
  return (
    named(context.elements) ??
    department(context) ??
    signature(context.closing) ??
    titleOffice(context.title) ??
    numbered(context) ??
    passed(context.passings) ?? {
      value: UNSIGNED,
      evidence: '落款、标题和机关代字表都没有指明发文机关',
      confidence: '未知',
      line: 0,
    }
  );
}

function named({ issuer }: Elements): Evidence | undefined {
  if (!issuer) return undefined;
  const names = officeNames(issuer.value);
  const value = names.length > 1 ? names.join('、') : issuer.value;
  return { value, evidence: quoteElement(issuer, '发文机关'), confidence: '原文写明', line: issuer.line };
}

function signature({ signers, signed }: Closing): Evidence | undefined {
  const [first] = signed;
  if (!first || signers.length === 0) return undefined;
  const words = signed.map(({ text }) => text).join('　');
  const joint = signers.length > 1 ? `，联合发文 ${signers.length} 个机关` : '';
  return {
    value: signers.join('、'),
    evidence: `文末落款“${words}”${joint}`,
    confidence: '原文写明',
    line: first.line,
  };
}

/** 教导处 alone is one of every school: whose it is, the title tells. */
function department({ title, closing }: IssuerContext): Evidence | undefined {
  const [name, ...more] = closing.signers;
  const office = titleOffice(title);
  if (!name || more.length > 0 || !office || !DEPARTMENT.test(name)) return undefined;
  return {
    value: office.value?.endsWith(name) ? office.value : `${office.value}${name}`,
    evidence: `文末落款“${name}”，${office.evidence}`,
    confidence: '推断',
    line: closing.signed[0]?.line ?? 0,
  };
}

function titleOffice(title: string): Evidence | undefined {
  const front = title.split(/关于|[0-9０-９]|工作|年度|学年|学期/)[0] ?? '';
  const joint = officeNames(front.replace(/\s*(?:转发|批转|印发)(?:《[^》]*)?$/, ''));
  const name = joint.length > 1 ? joint.join('、') : (SCHOOL.exec(front) ?? OFFICE.exec(front))?.[0];
  const whole = /关于/.test(title) && joint.length === 1 ? joint[0] : name;
  if (!whole || NAMELESS.test(whole)) return undefined;
  return {
    value: whole.replace(/^中华人民共和国(?=国务院)/, ''),
    evidence: `标题中的“${joint.length > 1 ? front.trim() : whole}”`,
    confidence: '推断',
    line: 0,
  };
}

/** By the register of agency codes; an order or notice names its issuer in its number. */
function numbered(context: IssuerContext): Evidence | undefined {
  const number = context.docNumber ? parseDocNumber(context.docNumber) : undefined;
  if (!number) return undefined;
  if (number.kind !== 'number' && officeNames(number.code).length > 0)
    return { value: number.code, evidence: `文号“${context.docNumber}”`, confidence: '推断', line: 0 };
  const agency = context.agencies.find(({ code }) => code === number.code);
  if (!agency) return undefined;
  return { value: agency.issuer, evidence: `机关代字表：${agency.code}`, confidence: '推断', line: 0 };
}

function passed(passings: readonly Passing[]): Evidence | undefined {
  const named = passings.filter((passing) => passing.by !== undefined);
  // Who approves a city's law has not made it.
  const by = named.findLast(({ act }) => act !== '批准') ?? named.at(-1);
  if (!by?.by) return undefined;
  return {
    value: by.by,
    evidence: `题注“${by.line.text.slice(0, 60)}”`,
    confidence: '推断',
    line: by.line.line,
  };
}
