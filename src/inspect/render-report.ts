/** The report as the HTML of its page: the same in the build, which knows the built pages, and while editing. */
import { escapeHtml } from '../core/escape-html.ts';
import { percentDecoded } from '../core/percent-decoded.ts';
import type { InspectionCheck, InspectionFinding, InspectionReport } from '../schema/api.ts';

/** How many findings of a check the page lists at once, and how many folded; the data has them all. */
const SHOWN = 10;
const FOLDED = 200;
const SHOWN_EXTERNAL = 100;

const WEIGHTS: Record<InspectionCheck['weight'], { label: string; tone: string }> = {
  fault: { label: '须改', tone: 'bad' },
  gap: { label: '待补', tone: 'warn' },
  note: { label: '供核对', tone: 'plain' },
};

/** Groups whose checks say the same of every document that they name. */
const UNIFORM = new Set<InspectionCheck['group']>(['著录', '引用与网址']);

/** How many findings of a weight there are. */
export function countFindings({ checks }: InspectionReport, weight: InspectionCheck['weight']): number {
  return checks
    .filter((check) => check.weight === weight)
    .reduce((sum, { findings }) => sum + findings.length, 0);
}

/** The body of the page below its heading. `dataUrl` is that of the data file. */
export function renderReport(report: InspectionReport, dataUrl: string): string {
  const groups = [...Map.groupBy(report.checks, ({ group }) => group)];
  return (
    renderVerdict(report) +
    renderOverview(report) +
    renderColumns(report) +
    groups.map(([group, checks], index) => renderGroup(group, checks, index, dataUrl)).join('') +
    renderExternal(report)
  );
}

function renderVerdict(report: InspectionReport): string {
  const [faults, gaps] = [countFindings(report, 'fault'), countFindings(report, 'gap')];
  const { built } = report;
  const scope = built
    ? `查了 ${built.pages} 个网页、${built.links} 处站内链接、${built.files} 个可下载的文件与图片。`
    : '链接、附件和网页标签在 npm run build 时检查。';
  const asOf = report.asOf ? `截至 ${report.asOf}（库中最新的日期，或生成网站时指定的日期）。` : '';
  const verdict =
    faults + gaps === 0
      ? '<strong class="inspection-clean">没有发现问题。</strong>'
      : `<strong>须改 ${faults} 项，待补 ${gaps} 项。</strong>`;
  return `<p class="lead">${verdict}${scope}${asOf}</p>`;
}

function renderOverview({ checks }: InspectionReport): string {
  const found = checks.filter(({ findings }) => findings.length > 0);
  const clean = checks.filter(({ findings }) => findings.length === 0).map(({ title }) => escapeHtml(title));
  const rows = found.map(
    ({ id, title, weight, findings }) =>
      `<tr><th scope="row"><a href="#${id}">${escapeHtml(title)}</a></th>` +
      `<td>${findings.length} 项 <span class="chip chip-${WEIGHTS[weight].tone}">${WEIGHTS[weight].label}</span></td></tr>`,
  );
  const table = `<table class="inspection-table"><thead><tr><th scope="col">检查项</th><th scope="col">结果</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return (
    (rows.length > 0 ? table : '') +
    (clean.length > 0 ? `<p class="inspection-mend">没有发现问题的：${clean.join('、')}。</p>` : '')
  );
}

/** A script tells readers of a later day what has gone stale since; see ui/scripts/inspection.ts. */
function renderColumns({ columns, asOf }: InspectionReport): string {
  const rows = columns.map(({ name, url, documents, newest, staleAfterMonths, staleFrom }) => {
    const stale = staleFrom !== null && asOf !== null && asOf > staleFrom;
    const state = documents === 0 ? '空栏目' : stale ? '更新不及时' : '正常';
    return (
      `<tr><th scope="row"><a href="${escapeHtml(url)}">${escapeHtml(name)}</a></th><td>${documents}</td>` +
      `<td>${newest ?? '没有日期'}</td><td>${staleAfterMonths === null ? '没有规定' : `${staleAfterMonths} 个月`}</td>` +
      `<td${staleFrom === null ? '' : ` data-stale-from="${staleFrom}"`}>${state}</td></tr>`
    );
  });
  return (
    '<section aria-labelledby="columns"><h2 class="section-title" id="columns">栏目更新</h2>' +
    '<table class="inspection-table"><thead><tr><th scope="col">栏目</th><th scope="col">份数</th><th scope="col">最近一份</th><th scope="col">期限</th><th scope="col">情况</th></tr></thead>' +
    `<tbody>${rows.join('')}</tbody></table>` +
    '<p class="muted">最近一份按成文或发布日期。期限在 src/site.config.ts 里设定，可以改：政策文件 6 个月，参照政府网站检查指标的转述（国办秘函〔2019〕19号，未见原文）；计划、总结 12 个月是本站自定的，没有查到规定。</p></section>'
  );
}

/** A group in which nothing was found is told of above, in a word. */
function renderGroup(
  group: string,
  checks: readonly InspectionCheck[],
  index: number,
  dataUrl: string,
): string {
  const found = checks.filter(({ findings }) => findings.length > 0);
  if (found.length === 0) return '';
  const body = found.map((check) => renderCheck(check, dataUrl)).join('');
  return `<section aria-labelledby="group-${index + 1}"><h2 class="section-title" id="group-${index + 1}">${group}</h2>${body}</section>`;
}

function renderCheck({ id, group, title, weight, mend, findings }: InspectionCheck, dataUrl: string): string {
  const { label, tone } = WEIGHTS[weight];
  const uniform = UNIFORM.has(group) && new Set(findings.map(({ what }) => what)).size === 1;
  const list = (some: readonly InspectionFinding[]): string =>
    `<ol class="inspection-list${uniform ? ' inspection-brief' : ''}">${some.map((each) => renderFinding(each, uniform)).join('')}</ol>`;
  const folded = findings.slice(SHOWN, SHOWN + FOLDED);
  const rest = findings.length - SHOWN - folded.length;
  return (
    `<h3 id="${id}">${escapeHtml(title)} <span class="chip chip-${tone}">${label}</span> <span class="count">${findings.length}</span></h3>` +
    `<p class="inspection-mend">改法：${escapeHtml(mend)}</p>` +
    list(findings.slice(0, SHOWN)) +
    (folded.length > 0
      ? `<details class="inspection-more"><summary>另外 ${folded.length} 项</summary>${list(folded)}</details>`
      : '') +
    (rest > 0
      ? `<p class="muted">还有 ${rest} 项，见<a href="${escapeHtml(dataUrl)}" data-online>全部数据</a>。</p>`
      : '')
  );
}

/** `uniform`: every finding of the check says the same, which its title says too. */
function renderFinding({ what, url, label, cited }: InspectionFinding, uniform: boolean): string {
  const place = url === null ? escapeHtml(label) : `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;
  const said = [...(uniform ? [] : [escapeHtml(what)]), ...(cited > 0 ? [`被引用 ${cited} 处`] : [])].join(
    '，',
  );
  return `<li>${place}${said ? `<span>${said}</span>` : ''}</li>`;
}

function renderExternal({ built }: InspectionReport): string {
  if (!built) return '';
  const { external } = built;
  const rows = external
    .slice(0, SHOWN_EXTERNAL)
    .map(
      ({ url, pages, first }) =>
        `<li><a href="${escapeHtml(url)}">${escapeHtml(url)}</a><span>出现在 ${pages} 页，如<a href="${escapeHtml(first)}">${escapeHtml(percentDecoded(first))}</a></span></li>`,
    );
  const more =
    external.length > SHOWN_EXTERNAL
      ? `<p class="muted">只列出现最多的 ${SHOWN_EXTERNAL} 个，共 ${external.length} 个。</p>`
      : '';
  const body =
    rows.length === 0
      ? '<p>没有站外链接。</p>'
      : `<p class="inspection-mend">只列出，没有访问；请逐个点开核对，打不开的改掉或删去。</p><ol class="inspection-list">${rows.join('')}</ol>${more}`;
  return `<section aria-labelledby="external"><h2 class="section-title" id="external">站外链接 <span class="count">${external.length}</span></h2>${body}</section>`;
}
