import path from 'node:path';
import { code, type Line, line, plain, type Unit, type View } from '../../src/changes/view.ts';
import { FINDING_LABELS, type FindingKind } from '../../src/import/finding.ts';
import { DOCUMENT_SCHEMAS } from '../../src/schema/documents.ts';
import { labelOf, shapeOf } from '../../src/schema/field-docs.ts';
import type { OutputReport } from '../import/report.ts';
import type { InboxEntry } from './convert-inbox.ts';

/** The report for a pull request's comment and for a page: refused files first, then each document to look over. */
export function inboxView(entries: readonly InboxEntry[], dryRun: boolean): View {
  const refused = entries.filter(({ ok }) => !ok);
  const done = entries.filter(({ ok }) => ok);
  const sections = [
    {
      ...{ id: 'refused', title: '没有转换的', count: refused.length },
      lead: '这些文件还在收件箱里。照“改法”改好，重新放进去；不要的删去。',
      units: refused.map(({ file, reason = '' }) => fileUnit(file, [line('error', '原因', `${reason}。`)])),
    },
    {
      ...{ id: 'converted', title: dryRun ? '可以转换的' : '已经转换的', count: done.length },
      lead: '请对照原件逐项核对。“需编者过目”和“推断”的各项尤其要看；改错在文件里改。',
      units: done.map((entry) => fileUnit(entry.file, linesOf(entry))),
    },
  ].filter(({ count }) => count > 0);
  return {
    title: '收件箱转换报告',
    lead: [
      entries.length === 0
        ? '收件箱是空的，没有要转换的文件。'
        : `${dryRun ? '可以转换' : '已转换'} ${done.length} 个文件，${refused.length} 个没有转换。`,
      ...(dryRun && entries.length > 0 ? ['这是试运行，没有写入或移走任何文件。'] : []),
    ],
    summary: sections.map(({ id, title, count }) => ({ id, label: title, words: `${count} 个` })),
    sections,
    elsewhere: '转换命令的运行记录',
  };
}

function fileUnit(file: string, lines: Line[]): Unit {
  return { title: [plain(path.basename(file))], about: [code(file)], lines };
}

function linesOf({ outputs, because, original, format }: InboxEntry): Line[] {
  return [
    line('plain', '原件', [format && `读作 ${format}`, original].filter(Boolean).join('；')),
    ...outputs.flatMap((output) => [
      line('new', '得到', code(output.path), because ? `（类别：${because}）` : ''),
      ...output.files.map((file) => line('new', '图片', code(file))),
      ...fieldLines(output),
      ...findingLines(output),
    ]),
  ];
}

function fieldLines({ fields, cites, collection }: OutputReport): Line[] {
  const shape = shapeOf(DOCUMENT_SCHEMAS[collection]);
  const cited = cites.length > 0 ? [line('plain', '文中引用的文号', cites.join('、'))] : [];
  return [
    ...fields.map(({ field, value, confidence, evidence }) =>
      line('plain', labelOf(shape[field]) ?? field, value ?? '（留空）', `（${confidence}：${evidence}）`),
    ),
    ...cited,
  ];
}

function findingLines({ findings }: OutputReport): Line[] {
  const kinds = Object.keys(FINDING_LABELS) as FindingKind[];
  return kinds.flatMap((kind) =>
    findings
      .filter((finding) => finding.kind === kind)
      .map(({ line: place, message }) =>
        line(
          kind === 'attention' || kind === 'lost' ? 'warning' : 'plain',
          FINDING_LABELS[kind],
          `${place > 0 ? `原件第 ${place} 行：` : ''}${message}`,
        ),
      ),
  );
}
