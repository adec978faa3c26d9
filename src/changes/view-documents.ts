import { COLLECTION_LABELS } from '../core/collections.ts';
import type {
  ChangedDocument,
  DocumentChanges,
  FieldChange,
  NamedDocument,
  StatusChange,
  VanishedDocument,
  WholeDocument,
} from './compare-documents.ts';
import type { ParagraphChange } from './compare-paragraphs.ts';
import { inlinePieces } from './inline.ts';
import { code, type Line, line, plain, type Section, type Span, type Unit } from './view.ts';

const UNREADABLE = '这份文件有写法上的错误，改正以前网站生成不了，见“检查结果”。';

/** The sections that tell of documents. */
export function documentSections({ added, vanished, changed, statuses }: DocumentChanges): Section[] {
  const renamed = changed.filter(({ renaming }) => renaming !== null);
  const lost = [
    ...renamed.filter(({ renaming }) => !renaming?.kept),
    ...vanished.filter((each) => !each.leadsTo),
  ];
  return [
    section('added', '新增的文件', null, added.map(addedUnit)),
    section('changed', '改动的文件', null, changed.map(changedUnit)),
    section(
      'vanished',
      '删去的文件',
      lost.length > 0
        ? '网址打不开的，别处指到这里的链接都会断，请核对是不是真要撤下；要让旧网址转到别处，见帮助“登记网址与改名”。'
        : null,
      vanished.map(vanishedUnit),
    ),
    section('statuses', '有效性的变化', '有效性一变，所有引用处的标记都跟着变。', statuses.map(statusUnit)),
  ];
}

function section(id: string, title: string, lead: string | null, units: Unit[]): Section {
  return { id, title, lead, units, count: units.length };
}

/** A document by title and number, with its kind and file. */
function named({ title, docNumber, collection, file }: NamedDocument): Pick<Unit, 'title' | 'about'> {
  const number = docNumber === null ? [] : [plain(` ${docNumber}`)];
  return {
    title: [plain(title), ...number],
    about: [plain(`${COLLECTION_LABELS[collection]} `), code(file)],
  };
}

function addedUnit(document: WholeDocument): Unit {
  const { id, fields, paragraphs, readable } = document;
  return {
    ...named(document),
    lines: [
      ...(readable ? [] : [line('error', null, UNREADABLE)]),
      line('plain', '网址', code(`/${id}/`)),
      ...fields.map(({ label, value }) => line('new', label, value)),
      ...paragraphs.map((text) => line('new', '正文', text)),
    ],
  };
}

function vanishedUnit(document: VanishedDocument): Unit {
  const { id, leadsTo, fields, paragraphs } = document;
  const address = leadsTo
    ? line('plain', '旧网址', code(`/${id}/`), '转到', code(leadsTo))
    : line('warning', '旧网址', code(`/${id}/`), '将打不开');
  return {
    ...named(document),
    lines: [
      address,
      ...fields.map(({ label, value }) => line('gone', label, { text: value, mark: 'del' })),
      ...paragraphs.map((text) => line('gone', '正文', { text, mark: 'del' })),
    ],
  };
}

function changedUnit(document: ChangedDocument): Unit {
  const { renaming, formerFile, fields, paragraphs, markupOnly, readable } = document;
  const lines: Line[] = readable ? [] : [line('error', null, UNREADABLE)];
  if (renaming) {
    const { from, to, kept } = renaming;
    const spans = [
      code(from),
      plain(' → '),
      code(to),
      plain(kept ? '，旧网址自动转到新网址' : '，旧网址将打不开'),
    ];
    lines.push(line(kept ? 'changed' : 'warning', '网址', ...spans));
  }
  if (formerFile !== null)
    lines.push(line('changed', '文件改名', code(formerFile), ' → ', code(document.file)));
  lines.push(...fields.map(fieldLine), ...paragraphs.map(paragraphLine));
  if (markupOnly)
    lines.push(line('plain', '写法', '正文的文字没有变，只变了写法（如加粗、空行、符号的写法）。'));
  return { ...named(document), lines };
}

/** A field before and after; a long one with the characters that differ. */
export function fieldLine({ label, before, after }: FieldChange): Line {
  if (before === null) return line('new', `${label}（新填）`, { text: after ?? '', mark: 'ins' });
  if (after === null) return line('gone', `${label}（删去）`, { text: before, mark: 'del' });
  return line('changed', label, ...beforeAndAfter(before, after));
}

/** Short values are easier to read side by side than mingled. */
const SHORT_VALUE = 40;

function beforeAndAfter(before: string, after: string): Span[] {
  if (before.length > SHORT_VALUE || after.length > SHORT_VALUE) return inlinePieces(before, after);
  return [{ text: before, mark: 'del' }, plain(' → '), { text: after, mark: 'ins' }];
}

function paragraphLine(change: ParagraphChange): Line {
  const under = change.heading === null ? '' : `（“${clip(change.heading)}”下）`;
  switch (change.kind) {
    case 'changed':
      return line('changed', `改动${under}`, ...change.pieces);
    case 'new':
      return line('new', `新增${under}`, { text: change.text, mark: 'ins' });
    case 'vanished':
      return line('gone', `删去${under}`, { text: change.text, mark: 'del' });
    case 'moved':
      return line('changed', `移到这里${under}`, change.text);
    default:
      return line('changed', `改作标题或正文${under}`, change.text);
  }
}

function clip(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}……` : text;
}

function statusUnit(change: StatusChange): Unit {
  const { before, after, own } = change;
  return {
    ...named(change),
    lines: [
      line('changed', '有效性', { text: before, mark: 'del' }, ' → ', { text: after, mark: 'ins' }),
      line('plain', null, own ? '由它自己的著录得出。' : '它自己的著录没有改，由别的文件的关系推出。'),
    ],
  };
}
