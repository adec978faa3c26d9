import { formerIds } from '../../core/former-addresses.ts';
import { numberKey } from '../../core/number-key.ts';
import { claimedNumber } from '../claims.ts';
import { defineRule, type Finding, type LintDocument } from '../rule.ts';

/** Something that leads to a document: its present name, one of its aliases, or the address that a former number made. */
interface Name {
  document: LintDocument;
  kind: 'present' | 'alias' | 'made';
  /** Place among the aliases; -1 for a present name. */
  index: number;
  /** As typed, or the id that was made. */
  text: string;
}

/** A former id or number that another document bears or claims, or that is no former one at all. */
export default defineRule({
  id: 'alias-taken',
  severity: 'error',
  needs: ['documents'],
  *check({ documents }) {
    const byKey = Map.groupBy(
      documents.flatMap((document) => [...namesOf(document)]),
      ({ text }) => keyOf(text),
    );
    for (const names of byKey.values()) {
      const typed = names.filter(({ kind }) => kind !== 'made');
      // A made address yields to every name that was typed, its own document's included.
      const claims = typed.length > 0 ? typed : names;
      for (const name of claims) {
        const finding = judge(name, claims);
        if (finding) yield finding;
      }
    }
  },
});

function* namesOf(document: LintDocument): Generator<Name> {
  const { id, source, data } = document;
  const number = claimedNumber(document);
  for (const text of number ? [id, number] : [id]) yield { document, kind: 'present', index: -1, text };
  for (const [index, text] of (data.aliases ?? []).entries()) {
    yield { document, kind: 'alias', index, text };
    const { made } = formerIds({ collection: source.collection, aliases: [text] });
    for (const id of made) yield { document, kind: 'made', index, text: id };
  }
}

/** Ids meet whatever their case, as on some servers and disks; numbers however they are printed. */
function keyOf(text: string): string {
  return text.includes('/') ? text.toLowerCase() : numberKey(text);
}

/** Of two entries of one document that say the same, the later is too much. */
function isRival(name: Name, other: Name): boolean {
  if (other.document !== name.document) return true;
  return name.kind === 'alias' && other.index < name.index;
}

/** What is wrong with an alias or what it made, given all that claims the same; a present name is nobody's fault. */
function judge(name: Name, claims: readonly Name[]): Finding | undefined {
  const { document, kind, index, text } = name;
  const rival = claims.find((other) => isRival(name, other));
  if (kind === 'present' || !rival) return undefined;
  const { source, data } = document;
  const place = { file: source.file, line: source.lineOf(['aliases', index]) };
  if (kind === 'made') {
    return {
      ...place,
      found: `旧文号 ${data.aliases?.[index]} 得出的旧网址 /${text}/ 与 ${rival.document.source.file} 的旧文号得出的相同`,
      expected: '一个旧网址只属于一份文件',
      fix: `原来在这个网址的那一份，在 aliases 里再写上 ${text}`,
    };
  }
  if (rival.document === document) {
    const now = rival.kind === 'present';
    return {
      ...place,
      found: now
        ? `旧称 ${text} 就是这份文件现在的${text.includes('/') ? '文件编号' : '文号'}`
        : `旧称 ${text} 写了两次`,
      expected: '以前用过、现在不用的文件编号或文号，每个写一次',
      fix: '删去这一项',
    };
  }
  const theirs = rival.kind === 'present' ? '现在的名称' : '的旧称';
  return {
    ...place,
    found: `旧称 ${text} 也是 ${rival.document.source.file} ${theirs}`,
    expected: '一个旧网址、旧文号只属于一份文件',
    fix: `核对它原来是哪一份的，从另一份删去${rival.kind === 'present' ? `；两份本是一份的，合为一个文件` : ''}`,
  };
}
