import { formatDocNumber, parseDocNumber } from '../core/docnumber.ts';
import { readClosing } from './closing.ts';
import { findDate } from './dates.ts';
import { type Elements, quoteElement } from './elements.ts';
import type { Finding } from './finding.ts';
import { type Header, readHeader } from './header.ts';
import { ownNumberIn } from './infer-number.ts';
import { joinTitle } from './join-title.ts';
import type { SourceLine } from './manuscript.ts';
import { officeNames } from './office-names.ts';

const STATUS = /^(?:有效性|是否有效|时效性|效力状态|文件状态|废止日期|失效日期|失效时间)：/;

/** Where a table of elements and the text say different things: the table is taken, and a person should look. */
export function disagreements(
  lines: readonly SourceLine[],
  header: Header,
  body: readonly SourceLine[],
  elements: Elements,
): Finding[] {
  return [
    ...titleDiffers(lines, header, elements),
    ...numberDiffers(header, elements),
    ...dateDiffers(body, elements),
    ...issuerDiffers(body, elements),
  ];
}

/** 有效性：失效 in a page's table of elements: a person decides whether it still holds. */
export function statusFindings(catalogue: readonly string[]): Finding[] {
  const said = catalogue.find((entry) => STATUS.test(entry));
  if (said === undefined || !/失效|废止|修改|尚未|无效|否/.test(said)) return [];
  const message = `网页的公文要素表写明“${said}”，status 仍记作未核实，请核定`;
  return [{ kind: 'attention', line: 0, message }];
}

function titleDiffers(lines: readonly SourceLine[], header: Header, { title }: Elements): Finding[] {
  if (!title || title.from === undefined || header.title.length > 0) return [];
  const printed = readHeader(lines).title;
  if (!printed[0]) return [];
  return [
    differs(
      `${quoteElement(title, '标题')}与正文前的“${joinTitle(printed)}”不同，标题取前者，后者留在正文里`,
      printed[0].line,
    ),
  ];
}

function numberDiffers({ number }: Header, { docNumber }: Elements): Finding[] {
  const printed = number && canonical(number.text);
  const named = docNumber && canonical(docNumber.value);
  if (!number || !docNumber || !printed || !named || printed === named) return [];
  return [
    differs(
      `${quoteElement(docNumber, '发文字号')}与正文前的“${number.text}”不同，${taken(docNumber.from)}`,
      number.line,
    ),
  ];
}

function taken(from: string | undefined): string {
  return from === undefined ? '取正文前单独成行的' : '取前者';
}

function canonical(text: string): string | undefined {
  const own = ownNumberIn(text);
  const parsed = own === undefined ? undefined : parseDocNumber(own);
  return parsed && formatDocNumber(parsed);
}

function dateDiffers(body: readonly SourceLine[], { issuedOn }: Elements): Finding[] {
  const { date } = readClosing(body);
  const signed = date && findDate(date.raw)?.iso;
  const named = issuedOn && findDate(issuedOn.value)?.iso;
  if (!date || !issuedOn || !signed || !named || signed === named) return [];
  return [
    differs(`${quoteElement(issuedOn, '成文日期')}与落款日期“${date.raw}”不同，取前者`, date.line.line),
  ];
}

function issuerDiffers(body: readonly SourceLine[], { issuer }: Elements): Finding[] {
  const { signers, signed } = readClosing(body);
  const [line] = signed;
  if (!issuer || !line || signers.length === 0) return [];
  const plain = (name: string): string => name.replace(/中华人民共和国|\s/g, '');
  const named = officeNames(issuer.value).map(plain);
  const agree =
    signers.map(plain).every((name) => named.includes(name)) ||
    plain(issuer.value) === signers.map(plain).join('');
  if (agree) return [];
  return [differs(`${quoteElement(issuer, '发文机关')}与落款“${signers.join('、')}”不同，取前者`, line.line)];
}

function differs(message: string, line: number): Finding {
  return { kind: 'attention', line, message };
}
