import { censoredFindings } from '../censored.ts';
import type { Elements } from '../elements.ts';
import type { Finding } from '../finding.ts';
import { cleanLine } from '../lines.ts';
import type { Manuscript, ReadSource, SourceLine } from '../manuscript.ts';
import { hanCharacters } from '../verify.ts';
import { baseAddress, pageAddress } from './addresses.ts';
import { arrangeLines } from './arrange-lines.ts';
import { asideFindings } from './aside-findings.ts';
import { decodePage } from './decode-page.ts';
import { readElementTable } from './element-table.ts';
import { flowLines } from './flow.ts';
import { type PageFootnote, pageFootnotes } from './footnotes.ts';
import { pageFacts } from './page-facts.ts';
import type { FlowSetting, PageLine } from './page-line.ts';
import { elementsBelow, lineage, type PageElement, parsePage, plainText } from './page-tree.ts';
import { contentRank, findRegion } from './region.ts';

/** Reads a web page as saved from a government site. Never throws for a bad file. */
export function readHtml(bytes: Uint8Array, _fileName: string): ReadSource {
  const decoded = decodePage(bytes);
  if (!decoded.ok) return decoded;
  const root = parsePage(decoded.markup);
  const url = pageAddress(root, decoded.markup);
  const notes = pageFootnotes(root);
  const table = readElementTable(root);
  const setting = settingFor(root, url, notes, table.holders);
  const noteBlocks = new Set(notes.map(({ note }) => note));
  const all = flowLines(root, setting);
  const lines = all.filter(({ block }) => !lineage(block).some((element) => noteBlocks.has(element)));
  const holders = new Set(table.holders);
  const region = findRegion(
    root,
    lines.filter(({ block }) => !lineage(block).some((each) => holders.has(each))),
  );
  const before = lines.slice(
    0,
    Math.max(
      0,
      lines.findIndex(({ block }) => lineage(block).includes(region.core)),
    ),
  );
  const elements: Elements = { ...pageFacts(root, before, lines), ...table.elements };
  const { kept, dropped } = arrangeLines(lines, region, table.holders, elements.title?.value);
  if (!kept.some(({ line }) => line.text !== '' || line.solid)) return { ok: false, reason: nothing(all) };
  const findings = [...decoded.findings, ...number(kept)];
  const footnotes = footnoteLines(notes, all);
  const manuscript: Manuscript = {
    format: `网页，${decoded.encoding}`,
    unit: '段',
    lines: kept.map(({ line }) => line),
    ...{ footnotes, elements, dropped },
    ...(url === undefined ? {} : { url }),
    ...(table.others.length > 0
      ? { catalogue: table.others.map(({ label, value }) => `${label}：${value}`) }
      : {}),
    findings: [...findings, ...asideFindings(kept), ...censoredFindings(kept.map(({ line }) => line))],
    raw: plainText(decoded.markup),
  };
  return { ok: true, manuscript };
}

function settingFor(
  root: PageElement,
  url: string | undefined,
  notes: readonly PageFootnote[],
  tables: readonly PageElement[],
): FlowSetting {
  const holders = elementsBelow(root).filter((element) => contentRank(element) !== undefined);
  const frames = [...holders, ...tables]
    .flatMap((holder) => lineage(holder))
    .filter(({ name }) => name === 'table');
  return {
    base: baseAddress(root, url),
    frames: new Set(frames),
    boxes: new Set(holders),
    references: new Map(notes.map(({ reference, id }) => [reference, id])),
    omitted: new Set(notes.map(({ back }) => back)),
    shown: new Set(holders.filter((element) => (contentRank(element) ?? 2) <= 1)),
  };
}

/** Numbers the kept lines from 1 and reports what is wrong with their characters. */
function number(kept: readonly PageLine[]): Finding[] {
  const findings: Finding[] = [];
  for (const [index, { line, raw }] of kept.entries()) {
    setLine(line, index + 1);
    cleanLine(raw, index + 1, findings);
  }
  return findings;
}

function setLine(line: SourceLine, at: number): void {
  line.line = at;
  if (line.solid?.kind === 'table') for (const inner of line.solid.rows.flat(2)) setLine(inner, at);
}

function footnoteLines(notes: readonly PageFootnote[], all: readonly PageLine[]): Map<string, SourceLine[]> {
  return new Map(
    notes.map(({ id, note }) => [
      id,
      all
        .filter(({ block, line }) => line.text !== '' && lineage(block).includes(note))
        .map(({ line }) => line),
    ]),
  );
}

function nothing(lines: readonly PageLine[]): string {
  const length = lines.reduce((sum, { line }) => sum + hanCharacters(line.text).length, 0);
  const found = length > 0 ? `只有导航一类的文字（${length} 个汉字）` : '没有文字';
  return `发现网页里${found}，应为有公文正文的网页。改法：在浏览器里打开，等正文显示出来后另存为“网页，仅 HTML”，或把正文复制到 .txt 文件再导入`;
}
