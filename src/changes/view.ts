/** A report as it is read, whatever it is written in: sections of units of lines. Texts are plain and unescaped. */

/** A stretch of text with what it is marked as. `code` is for names of files and addresses. */
export interface Span {
  text: string;
  mark?: 'del' | 'ins' | 'strong' | 'code';
}

/** How a line is coloured, where there is colour. */
export type Tone = 'new' | 'gone' | 'changed' | 'error' | 'warning' | 'plain';

/** One thing to look at. */
export interface Line {
  tone: Tone;
  /** What it is, e.g. 改、新增、标题. */
  label: string | null;
  spans: Span[];
}

/** A document, or a group of like things. */
export interface Unit {
  title: Span[];
  /** Beside the title, e.g. the file. */
  about: Span[];
  lines: Line[];
}

export interface Section {
  /** ASCII, for the address of the section. */
  id: string;
  title: string;
  /** How many things it tells. */
  count: number;
  /** A sentence that says how to read it. */
  lead: string | null;
  units: Unit[];
}

export interface View {
  title: string;
  /** What is compared with what. */
  lead: string[];
  /** One row for each section that has something. */
  summary: { id: string; label: string; words: string }[];
  sections: Section[];
  /** Where all of it is, for a report that was cut. */
  elsewhere: string;
}

export const plain = (text: string): Span => ({ text });
export const code = (text: string): Span => ({ text, mark: 'code' });

/** A line of one text. */
export function line(tone: Tone, label: string | null, ...spans: readonly (Span | string)[]): Line {
  return { tone, label, spans: spans.map((span) => (typeof span === 'string' ? plain(span) : span)) };
}

export const unit = (title: string, lines: Line[]): Unit => ({ title: [plain(title)], about: [], lines });

/** Units that have lines. */
export const filled = (...units: readonly Unit[]): Unit[] => units.filter(({ lines }) => lines.length > 0);

/** A section that counts its lines. */
export function lineSection(id: string, title: string, lead: string | null, units: Unit[]): Section {
  const count = units.reduce((sum, { lines }) => sum + lines.length, 0);
  return { id, title, lead, units, count };
}
