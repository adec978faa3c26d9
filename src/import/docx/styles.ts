import { overlay, type RunProperties, runProperties, TOGGLES } from './run-properties.ts';
import { attribute, child, descendants, elements, type XmlElement } from './xml.ts';

/** What a style or a paragraph says of paragraphs. */
export interface ParagraphProperties {
  align?: 'centre' | 'right' | 'left';
  /** True when its first line is set in. */
  indented?: boolean;
  /** Depth in the outline, 1 outermost; 0 for body text. */
  outline?: number;
  numId?: string;
  /** Level of its numbering, from 0. */
  level?: number;
}

/** A style with all that it inherits. */
export interface Style {
  id: string;
  /** As a user of Word sees it, in lower case. */
  name: string;
  paragraph: ParagraphProperties;
  run: RunProperties;
  /** Its own id and those of the styles that it is based on, nearest first. */
  chain: readonly string[];
}

/** The styles of a file. */
export interface Styles {
  /** A paragraph's style; the default one when it names none, or none that exists. */
  ofParagraph(id: string | undefined): Style;
  ofRun(id: string | undefined): Style | undefined;
  /** Whether cells of a table have lines around them, as far as its style tells. */
  tableHasLines(id: string | undefined): boolean;
  /** The numbering that a numbering style stands for. */
  numberingOf(id: string): string | undefined;
}

/** Longer chains of styles go in circles. */
const LONGEST_CHAIN = 50;
const NO_STYLE: Style = { id: '', name: '', paragraph: {}, run: {}, chain: [] };

/** Reads word/styles.xml; a file without it has no styles. */
export function readStyles(root: XmlElement | undefined): Styles {
  const all = root ? elements(root).filter(({ name }) => name === 'w:style') : [];
  const byId = new Map(all.map((style) => [attribute(style, 'w:styleId') ?? '', style]));
  const defaults = runProperties(child(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'));
  const cache = new Map<string, Style>();
  const resolve = (id: string, base: RunProperties): Style => {
    const known = cache.get(id);
    if (known) return known;
    const style = inherit(chainOf(id, byId), base);
    cache.set(id, style);
    return style;
  };
  const usual = all.find((style) => isOfType(style, 'paragraph') && isDefault(style));
  const usualId = attribute(usual, 'w:styleId') ?? '';
  return {
    ofParagraph: (id) => resolve(id !== undefined && byId.has(id) ? id : usualId, defaults),
    ofRun: (id) => (id !== undefined && byId.has(id) ? resolve(id, {}) : undefined),
    tableHasLines: (id) => chainOf(id ?? '', byId).some((style) => hasLines(child(style, 'w:tblPr'))),
    numberingOf: (id) => attribute(child(byId.get(id), 'w:pPr', 'w:numPr', 'w:numId'), 'w:val'),
  };
}

function chainOf(id: string, byId: ReadonlyMap<string, XmlElement>): XmlElement[] {
  const chain: XmlElement[] = [];
  let style = byId.get(id);
  while (style && chain.length < LONGEST_CHAIN && !chain.includes(style)) {
    chain.push(style);
    style = byId.get(attribute(child(style, 'w:basedOn'), 'w:val') ?? '');
  }
  return chain;
}

function inherit(chain: readonly XmlElement[], base: RunProperties): Style {
  const [first] = chain;
  if (!first) return { ...NO_STYLE, run: base };
  let paragraph: ParagraphProperties = {};
  let run = base;
  for (const style of chain.toReversed()) {
    paragraph = { ...paragraph, ...namedOutline(style), ...paragraphProperties(child(style, 'w:pPr')) };
    run = overlay(run, runProperties(child(style, 'w:rPr')));
  }
  const name = nameOf(first);
  return { id: attribute(first, 'w:styleId') ?? '', name, paragraph, run, chain: chain.map(idOf) };
}

function idOf(style: XmlElement): string {
  return attribute(style, 'w:styleId') ?? '';
}

function nameOf(style: XmlElement): string {
  return (attribute(child(style, 'w:name'), 'w:val') ?? '').trim().toLowerCase();
}

/** A style called heading 2 or 标题 2 is one even where it names no level. */
function namedOutline(style: XmlElement): ParagraphProperties {
  const depth = /^(?:heading|标题)\s*([1-9])$/.exec(nameOf(style))?.[1];
  return depth === undefined ? {} : { outline: Number(depth) };
}

/** Reads w:pPr; marks of changed formatting within it are what was, not what is. */
export function paragraphProperties(element: XmlElement | undefined): ParagraphProperties {
  if (!element) return {};
  const outline = attribute(child(element, 'w:outlineLvl'), 'w:val');
  const align = alignOf(attribute(child(element, 'w:jc'), 'w:val'));
  const numbering = child(element, 'w:numPr');
  const numId = attribute(child(numbering, 'w:numId'), 'w:val');
  const level = attribute(child(numbering, 'w:ilvl'), 'w:val');
  const indented = isIndented(child(element, 'w:ind'));
  return {
    ...(align === undefined ? {} : { align }),
    ...(indented === undefined ? {} : { indented }),
    ...(outline === undefined ? {} : { outline: outlineOf(Number(outline)) }),
    ...(numId === undefined ? {} : { numId }),
    ...(level === undefined ? {} : { level: levelOf(level) }),
  };
}

/** 0 to 8 are depths, 9 is body text. */
function outlineOf(level: number): number {
  return level >= 0 && level <= 8 ? level + 1 : 0;
}

/** A level of numbering, 0 to 8; what is none counts as the first. */
export function levelOf(value: string): number {
  const level = Number(value);
  return Number.isInteger(level) && level >= 0 && level <= 8 ? level : 0;
}

function alignOf(value: string | undefined): ParagraphProperties['align'] {
  if (value === undefined) return undefined;
  if (value === 'center') return 'centre';
  return value === 'right' || value === 'end' ? 'right' : 'left';
}

function isIndented(element: XmlElement | undefined): boolean | undefined {
  const lengths = ['w:firstLine', 'w:firstLineChars'].map((name) => attribute(element, name));
  if (lengths.every((length) => length === undefined)) return undefined;
  return lengths.some((length) => Number.parseFloat(length ?? '') > 0);
}

function isOfType(style: XmlElement, type: string): boolean {
  return attribute(style, 'w:type') === type;
}

function isDefault(style: XmlElement): boolean {
  return /^(?:1|true|on)$/.test(attribute(style, 'w:default') ?? '');
}

/** Whether a table's or a cell's properties give any line around it or within it. */
export function hasLines(properties: XmlElement | undefined): boolean {
  if (!properties) return false;
  const borders = [...descendants(properties, 'w:tblBorders'), ...descendants(properties, 'w:tcBorders')];
  return borders.flatMap(elements).some((side) => !/^(?:nil|none)$/.test(attribute(side, 'w:val') ?? 'none'));
}

/** How a run is set: its own properties over those of its style and its paragraph's style. */
export function runFormat(
  paragraph: Style,
  character: Style | undefined,
  direct: RunProperties,
): RunProperties {
  const format = overlay(overlay(paragraph.run, character?.run ?? {}), direct);
  for (const key of TOGGLES) {
    const styles = (paragraph.run[key] ?? false) !== (character?.run[key] ?? false);
    format[key] = direct[key] ?? styles;
  }
  return format;
}
