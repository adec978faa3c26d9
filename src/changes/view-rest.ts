import type { CitationChange, CitationChanges, StateChange } from './compare-citations.ts';
import type { FieldChange } from './compare-documents.ts';
import type { FileChange, IssueChanges, RegisterChanges } from './compare-rest.ts';
import type { OtherFile } from './report.ts';
import {
  code,
  filled,
  type Line,
  line,
  lineSection,
  plain,
  type Section,
  type Span,
  type Unit,
  unit,
} from './view.ts';
import { fieldLine } from './view-documents.ts';

/** What the check says now and didn't, and what it says no more. */
export function issueSection({ new: fresh, gone, errors, warnings }: IssueChanges): Section {
  const lead =
    errors > 0
      ? `现在共有 ${errors} 个错误、${warnings} 个警告；有错误时网站不会更新。`
      : `现在没有错误，有 ${warnings} 个警告。`;
  const spans = (issue: IssueChanges['new'][number]): Span[] => [
    code(`${issue.file}:${issue.line}`),
    plain(` 发现${spaced(issue.found)}，应为${spaced(issue.expected)}。改法：${issue.fix}。`),
  ];
  const word = { error: '错误', warning: '警告' } as const;
  return lineSection('issues', '检查结果', lead, [
    ...filled(
      unit(
        '新出现的问题',
        fresh.map((issue) => line(issue.severity, word[issue.severity], ...spans(issue))),
      ),
      unit(
        '已经解决的问题',
        gone.map((issue) => line('new', `原${word[issue.severity]}`, ...spans(issue))),
      ),
    ),
  ]);
}

/** A Latin word, a digit or an address after a Chinese word is set off by a space. */
function spaced(text: string): string {
  return /^[\w/#{]/.test(text) ? ` ${text}` : text;
}

/** New and lost citations, and those that come out otherwise. */
export function citationSection({ gained, lost, states }: CitationChanges): Section {
  const lead =
    '一份文件里多次提到同一个文号或题名，只算一处。“未收录”是本库没有那份文件，“只有题录”是只有著录信息、没有正文。';
  return lineSection('citations', '引用的变化', lead, [
    ...filled(
      unit(
        '新的引用',
        gained.map((change) => citationLine('new', change)),
      ),
      unit(
        '不再有的引用',
        lost.map((change) => citationLine('gone', change)),
      ),
      unit('引用没有变、结果变了的', states.map(stateLine)),
    ),
  ]);
}

function citationLine(tone: 'new' | 'gone', change: CitationChange): Line {
  const { from, name, clause, sentence, state, mentions, withDocument } = change;
  const [along, place] = [
    withDocument ? (tone === 'new' ? '（随新增的文件）' : '（随删去的文件）') : '',
    clause ?? '',
  ];
  const times = mentions > 1 ? `，共 ${mentions} 次` : '';
  return line(
    tone,
    state,
    { text: name, mark: tone === 'new' ? 'ins' : 'del' },
    ` — 《${from.title}》${place}${times}${along}：${sentence}`,
  );
}

function stateLine({ name, before, after, from }: StateChange): Line {
  const citers = from.slice(0, 5).map(({ title }) => `《${title}》`);
  const more = from.length > citers.length ? `等 ${from.length} 份文件` : '';
  return line(
    'changed',
    name,
    ...[{ text: before, mark: 'del' as const }, ' → ', { text: after, mark: 'ins' as const }],
    `（引用它的：${citers.join('、')}${more}）`,
  );
}

/** Attachments and pictures. */
export function fileSection(files: readonly FileChange[]): Section {
  const words = { new: '新增', vanished: '删去', changed: '换了内容', renamed: '改名' } as const;
  const tones = { new: 'new', vanished: 'gone', changed: 'changed', renamed: 'changed' } as const;
  const lines = files.map(({ file, kind, from, before, after, usedBy }) =>
    line(
      tones[kind],
      words[kind],
      ...(from === null ? [] : [code(from), plain(' → ')]),
      code(file),
      ` ${sizes(before, after)}`,
      usedBy.length > 0
        ? `，用在${usedBy.map((title) => `《${title}》`).join('、')}`
        : kind === 'vanished'
          ? ''
          : '，没有文件用到它',
    ),
  );
  return lineSection('files', '附件和图片', null, filled(unit('附件和图片', lines)));
}

function sizes(before: number | null, after: number | null): string {
  const [old, now] = [before, after].map((bytes) => (bytes === null ? null : bytesInWords(bytes)));
  if (old && now && old !== now) return `${old} → ${now}`;
  return now ?? old ?? '';
}

/** 812 字节, 14.2 KB, 3.1 MB. */
function bytesInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

/** Agencies, topics and published addresses. */
export function registerSection(registers: readonly RegisterChanges[]): Section {
  const tones = { new: 'new', vanished: 'gone', changed: 'changed' } as const;
  const words = { new: '新增', vanished: '删去', changed: '改动' } as const;
  const units = registers.map(({ file, label, entries }): Unit => {
    const lines = entries.flatMap(({ kind, key, fields }) => [
      line(tones[kind], words[kind], { text: key, mark: kind === 'vanished' ? 'del' : 'strong' }),
      ...(kind === 'changed' ? fields.map(fieldLine) : []),
      ...(kind === 'new' ? newFields(key, fields) : []),
    ]);
    return { title: [plain(label)], about: [code(file)], lines };
  });
  const count = registers.reduce((sum, { entries }) => sum + entries.length, 0);
  return { ...lineSection('registers', '登记表', null, units), count };
}

/** What a new entry says beside its name, e.g. on what evidence; a reviewer has to judge it. */
function newFields(key: string, fields: readonly FieldChange[]): Line[] {
  return fields.flatMap(({ label, after }) =>
    after === null || key.includes(after) ? [] : [line('plain', label, after)],
  );
}

const AREAS: Record<OtherFile['area'], string> = {
  program: '程序（请维护者审阅）',
  guide: '网站自带的帮助和规则说明（请维护者审阅）',
  inbox: '收件箱（合并以前应已转换）',
  draft: '不上网站的文件',
};

/** What was changed beside the texts. */
export function otherSection(others: readonly OtherFile[]): Section {
  const tones = { new: 'new', vanished: 'gone', changed: 'changed', renamed: 'changed' } as const;
  const words = { new: '新增', vanished: '删去', changed: '改动', renamed: '改名' } as const;
  const groups = Map.groupBy(others, ({ area }) => area);
  const units = (Object.keys(AREAS) as OtherFile['area'][]).map((area) =>
    unit(
      AREAS[area],
      (groups.get(area) ?? []).map(({ path, kind }) => line(tones[kind], words[kind], code(path))),
    ),
  );
  const lead = groups.has('program')
    ? '改了程序的，不只看这份清单：请网站维护者逐行审阅，编者不要单独合并。'
    : null;
  return lineSection('others', '其他文件', lead, filled(...units));
}
