import { type ChangeReport, isEmpty } from './report.ts';
import type { Section, View } from './view.ts';
import { documentSections } from './view-documents.ts';
import { draftSection, draftSummary } from './view-drafts.ts';
import { derivedSection, pageSection } from './view-pages.ts';
import { citationSection, fileSection, issueSection, otherSection, registerSection } from './view-rest.ts';

/** The report as it is read; sections without anything are left out. */
export function makeView(report: ChangeReport): View {
  const { revisions, documents, drafts, citations, pages, files, registers, issues, others } = report;
  const sections = [
    issueSection(issues),
    ...documentSections(documents),
    draftSection(drafts),
    citationSection(citations),
    pageSection(pages),
    derivedSection(pages),
    fileSection(files),
    registerSection(registers),
    otherSection(others),
  ].filter(({ count }) => count > 0);
  return {
    title: '变更清单',
    lead: [
      `与 ${revisions.base}（${revisions.commit.slice(0, 10)}）比较，合并以后网站会有这些变化。`,
      ...(revisions.note === null ? [] : [revisions.note]),
      ...(isEmpty(report) ? ['没有任何变化。'] : []),
      ...(issues.errors > 0 && issues.new.length === 0
        ? [`检查另有 ${issues.errors} 个原来就有的错误，改正以前网站不会更新。`]
        : []),
    ],
    summary: sections.map((section) => ({
      id: section.id,
      label: section.title,
      words: summaryOf(section, report),
    })),
    sections,
    elsewhere: '随附的网页版变更清单（changes.html）',
  };
}

function summaryOf(
  { id, count }: Section,
  { issues, drafts, pages, citations, others }: ChangeReport,
): string {
  switch (id) {
    case 'issues': {
      const errors = issues.new.filter(({ severity }) => severity === 'error').length;
      return `新出现 ${errors} 个错误、${issues.new.length - errors} 个警告；解决 ${issues.gone.length} 个`;
    }
    case 'drafts':
      return draftSummary(drafts);
    case 'citations':
      return `新增 ${citations.gained.length}，失去 ${citations.lost.length}，结果变化 ${citations.states.length}`;
    case 'pages':
      return `出现 ${pages.appeared.length}，消失 ${pages.vanished.length}，改为转址 ${pages.redirected.length}`;
    case 'derived':
      return `${count} 页`;
    case 'others': {
      const program = others.filter(({ area }) => area === 'program').length;
      return program > 0 ? `${count} 个，其中程序 ${program} 个：请维护者审阅` : `${count} 个`;
    }
    default:
      return String(count);
  }
}
