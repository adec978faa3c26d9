import { isDay } from '../../core/moments.ts';
import { momentOfEffect } from '../../core/settle-status.ts';
import { fileAndNumber, type LintEntry } from '../entries.ts';
import { linksBetween } from '../relation-links.ts';
import { defineRule, type Finding, type LintDocument } from '../rule.ts';

/** Days that may be right but seldom are. An editor's note on the field silences the rule. */
export default defineRule({
  id: 'date-doubt',
  severity: 'warning',
  needs: ['documents'],
  *check({ documents }) {
    for (const document of documents) {
      yield* effectBeforeIssue(document);
      yield* farYear(document);
    }
    for (const { name, from, to } of linksBetween(documents)) {
      if (name === 'repeals' && to.status === '废止') yield* otherDay(from, to);
    }
  },
});

function effectBeforeIssue({ source, data }: LintDocument): Finding[] {
  const { effectiveOn, issuedOn, notes } = data;
  const explained = notes?.some(({ field }) => field === 'effectiveOn' || field === 'issuedOn');
  if (!effectiveOn || !issuedOn || effectiveOn >= issuedOn || explained) return [];
  return [
    {
      file: source.file,
      line: source.lineOf(['effectiveOn']),
      found: `施行日期 ${effectiveOn} 早于成文日期 ${issuedOn}`,
      expected: '文件成文以后施行',
      fix: '核对原件，改正写错的一处；原件确实溯及既往的，在编者注（notes）加一条 - { text: 说明, field: effectiveOn }',
    },
  ];
}

/** No office has papers of other centuries to publish; a slip of a figure makes them. */
const YEARS = { first: '1840', last: '2099' };
const DAYS = ['issuedOn', 'publishedOn', 'effectiveOn', 'expiresOn'] as const;

function farYear({ source, data }: LintDocument): Finding[] {
  return DAYS.flatMap((field) => {
    const year = data[field]?.slice(0, 4);
    const explained = data.notes?.some((note) => note.field === field);
    if (year === undefined || (year >= YEARS.first && year <= YEARS.last) || explained) return [];
    return [
      {
        file: source.file,
        line: source.lineOf([field]),
        found: `日期（${field}）的年份是 ${year}`,
        expected: `${YEARS.first} 年至 ${YEARS.last} 年之间`,
        fix: `核对原件，多半是打错了数字；确实如此的，在编者注（notes）加一条 - { text: 说明, field: ${field} }`,
      },
    ];
  });
}

/** A repeal that both sides date, differently. */
function otherDay(from: LintEntry, to: LintEntry): Finding[] {
  const at = momentOfEffect(from);
  const { source, data } = to.document;
  const explained = data.notes?.some(({ field }) => field === 'status');
  if (!at || !isDay(at) || !to.statusSince || to.statusSince === at.first || explained) return [];
  return [
    {
      file: source.file,
      line: source.lineOf(['status', 'date']),
      found: `废止日期写的是 ${to.statusSince}，而废止它的 ${fileAndNumber(from)} 自 ${at.first} 起施行`,
      expected: '废止日期与废止它的文件的施行日期（没有写的，成文日期）相同',
      fix: `核对原件；是那份文件另定了施行日期的，在 ${from.document.source.file} 写上 effectiveOn；两者本来不同的，在编者注（notes）加一条 - { text: 说明, field: status }`,
    },
  ];
}
