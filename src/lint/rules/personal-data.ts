import { passagesOf, placeOf } from '../passages.ts';
import { type PersonalNumber, personalNumbers } from '../personal-numbers.ts';
import { type Finding, type LintDocument, type LintRegister, withRest } from '../rule.ts';
import { filePlace } from '../source-offsets.ts';

const WHAT: Record<PersonalNumber['kind'], string> = {
  identity: '身份证号码',
  mobile: '手机号码',
  card: '银行卡号',
  account: '个人的 QQ 号或微信号',
  passport: '护照号码',
};

/**
 * An identity-card, mobile-phone or bank-card number, or an account of a person, anywhere in a file, in the registers
 * or in the name of a file for readers. A message never repeats the number: reports of a check are public too.
 */
export default withRest(
  {
    id: 'personal-data',
    severity: 'error',
    *check(document) {
      const { source } = document;
      const told = new Set<string>();
      for (const number of personalNumbers(source.text)) {
        const place = filePlace(source, number.start);
        told.add(`${place.line} ${number.masked}`);
        yield { file: source.file, ...place, ...judge(number) };
      }
      yield* asShown(document, told);
    },
  },
  {
    needs: ['agencies', 'topics', 'addresses', 'exceptions', 'contentFiles'],
    *check({ agencies, topics, addresses, exceptions, contentFiles }) {
      const registers: readonly LintRegister<object>[] = [agencies, topics, addresses, exceptions];
      for (const register of registers) yield* inRegister(register);
      for (const file of contentFiles)
        for (const number of personalNumbers(bareName(file)))
          yield {
            file: maskedIn(file, number),
            line: 1,
            ...judge(number),
            fix: '改文件名，登记和引用它的地方跟着改',
          };
    },
  },
);

function judge(number: PersonalNumber): Pick<Finding, 'severity' | 'found' | 'expected' | 'fix'> {
  const finding = {
    found: `${WHAT[number.kind]} ${number.masked}`,
    expected: '公开的文件里没有个人信息',
    fix: '删去，或遮去中间几位，如 138****0000；对外公开的办公电话写座机号码。已经提交过的，旧版本里还看得到，请告诉网站维护者',
  };
  if (!number.doubtful) return finding;
  return { ...finding, severity: 'warning', found: `像是${finding.found}，只是校验位不对` };
}

/** Numbers that a page shows though no part of the file holds them whole: 138**0013**8000, &#49;38…. */
function* asShown(document: LintDocument, told: ReadonlySet<string>): Generator<Finding> {
  if (!/[*_&\\[\]`]/.test(document.source.body)) return;
  for (const passage of passagesOf(document)) {
    if (!/\d/.test(passage.text)) continue;
    for (const number of personalNumbers(passage.text)) {
      const place = placeOf(document, passage, number.start);
      if (!told.has(`${place.line} ${number.masked}`))
        yield { file: document.source.file, ...place, ...judge(number) };
    }
  }
}

function* inRegister({ file, entries, lineOf }: LintRegister<object>): Generator<Finding> {
  for (const [index, entry] of entries.entries())
    for (const [key, value] of Object.entries(entry))
      for (const number of typeof value === 'string' ? personalNumbers(value) : [])
        yield { file, line: lineOf([index, key]), ...judge(number) };
}

/** The name without folder and ending, whose dots and slashes would make the digits part of more. */
function bareName(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
}

/** A report must not repeat the number, not even as a file's name. */
function maskedIn(file: string, { start, masked }: PersonalNumber): string {
  const at = file.lastIndexOf('/') + 1 + start;
  return file.slice(0, at) + masked + file.slice(at + masked.length);
}
