import type { Closing } from './closing.ts';
import type { InferredField } from './evidence.ts';
import type { Header } from './header.ts';
import type { SourceLine } from './manuscript.ts';
import { officeNames } from './office-names.ts';

/**
 * A part of an official document that has no field of its own (主送机关, 附件说明, 落款, 附注, 版记): `field` is its
 * name in GB/T 9704-2012. It stays in the text; the report tells where it was recognised.
 */
export type Observation = InferredField;

/** The addressee stands within so many lines under the header. */
const ADDRESSEE_WITHIN = 6;
const LONGEST_ADDRESSEE = 300;
/** Words of a sentence that leads on, and addresses nobody. */
const LEADS_ON = /现[将就]|如下|以下|下列|通知[:：]$|关于|为了|根据|按照|。/;
const ADDRESSED =
  /(?:[部厅局委办室院校园馆站所处科股组署会行]|中心|政府|单位|部门|机构|企业|公司|法院|检察院|代表|委员|老师|同志|家长|同学|学生|学区|乡镇|街道|领导)$/;
const ENCLOSURE = /^(?:附件|附)\s*(?:[:：]|[1１一][.．、:：])\s*\S/;
const NOTE = /^[（(](?:此件|本文|联系人|此文|公开|主动公开|依申请公开|不予公开).{0,60}[）)]$/;
const COPIES = /^(?:抄送|抄报|主送|分送)\s*[:：]/;
const PRINTED = /印发\s*$/;

/** What can be recognised in a document besides its fields, in the order of the text. */
export function observe(
  { title, number, published }: Header,
  body: readonly SourceLine[],
  closing: Closing,
): Observation[] {
  const header = new Set([...title, number, published]);
  const lines = body.filter((line) => !header.has(line));
  const observations = [
    addressee(lines),
    ...enclosures(lines),
    signature(closing),
    ...lines.flatMap((line) => note(line)),
  ];
  return observations.filter((each) => each !== undefined);
}

function addressee(lines: readonly SourceLine[]): Observation | undefined {
  const line = lines.slice(0, ADDRESSEE_WITHIN).find(({ text }) => /[:：]$/.test(text));
  if (!line || line.text.length > LONGEST_ADDRESSEE || LEADS_ON.test(line.text)) return undefined;
  const value = line.text.replace(/[:：]$/, '');
  const names = value.replace(/[（(][^（）()]*[）)]/g, '').split(/[，、；,;\s]+/);
  const known = names.filter((name) => ADDRESSED.test(name)).length;
  if (known === 0) return undefined;
  const sure = known === names.length;
  const evidence = sure ? '标题之下、以冒号结尾、全是机关或人员的称呼' : '标题之下、以冒号结尾';
  return { field: '主送机关', value, evidence, confidence: sure ? '原文写明' : '推断', line: line.line };
}

/** 附件：1.甲 and the lines below it that go on counting. */
function enclosures(lines: readonly SourceLine[]): Observation[] {
  const at = lines.findIndex(({ text }) => ENCLOSURE.test(text.trim()));
  const first = lines[at];
  if (!first) return [];
  const items = [first.text.replace(/^(?:附件|附)\s*[:：]?\s*/, '')];
  const counts = /^[1１一]/.test(items[0] ?? '');
  for (const { text } of counts ? lines.slice(at + 1) : []) {
    const number = /^(?:附件)?\s*(\d{1,2})[.．、]\s*\S/.exec(text)?.[1];
    if (Number(number) !== items.length + 1 || /[。；]$/.test(text)) break;
    items.push(text);
  }
  const value = items.join('；');
  return [
    {
      field: '附件说明',
      value,
      evidence: `“${first.text.slice(0, 30)}”起 ${items.length} 行`,
      confidence: '原文写明',
      line: first.line,
    },
  ];
}

function signature({ signers, signed, person, date, month }: Closing): Observation | undefined {
  const when = date?.raw ?? month?.text;
  const lines = [...signed, person, date?.line ?? month].filter((line) => line !== undefined);
  const value = [...signers, person?.text, when].filter((part) => part !== undefined).join(' ');
  if (value === '' || !lines[0]) return undefined;
  const sure = signers.length > 0 && date !== undefined;
  const words = [...new Set(lines)].map(({ text }) => `“${text}”`).join('');
  return {
    field: '落款',
    value,
    evidence: `正文之后的${words}`,
    confidence: sure ? '原文写明' : '推断',
    line: lines[0].line,
  };
}

function note({ text, line }: SourceLine): Observation[] {
  const plain = text.trim();
  const evidence = `“${plain.slice(0, 40)}”`;
  const found = (field: string, value: string): Observation[] => [
    { field, value, evidence, confidence: '原文写明', line },
  ];
  if (NOTE.test(plain)) return found('附注', plain.slice(1, -1));
  if (COPIES.test(plain))
    return found(
      plain.startsWith('抄') ? '抄送机关' : '主送机关（版记）',
      plain.replace(/^.{2}\s*[:：]\s*/, ''),
    );
  const printed = plain.length <= 80 && PRINTED.test(plain) && /年.*月.*日/.test(plain);
  if (printed && officeNames(plain.split(/\s|\d{4}年/)[0] ?? '').length > 0)
    return found('印发机关和印发日期', plain);
  return [];
}
