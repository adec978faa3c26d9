/** A YAML text cut into the pieces of its fields or entries, so that those that didn't change stay letter by letter. */
import { Document, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { quoteDays } from '../schema/quote-days.ts';

export interface YamlPieces {
  /** What stands before the first piece: comments. */
  head: string;
  /** Each field (by its name) or entry (by its place), with its lines and the comments below it. */
  pieces: { key: string; text: string }[];
}

/**
 * Cuts a text whose fields or entries each begin a line of their own; undefined for one that is written otherwise (in
 * braces, indented) or can't be read, which has to be written anew as a whole.
 */
export function cutYaml(yaml: string): YamlPieces | undefined {
  const document = parseDocument(yaml, { uniqueKeys: true });
  const { contents } = document;
  if (document.errors.length > 0) return undefined;
  if (contents === null) return { head: yaml, pieces: [] };
  if ((!isMap(contents) && !isSeq(contents)) || contents.flow === true) return undefined;
  const starts = isMap(contents)
    ? contents.items.map(({ key }) => ({ key: isScalar(key) ? String(key.value) : '', at: startOf(key) }))
    : contents.items.map((item, index) => ({ key: String(index), at: lineStart(yaml, startOf(item)) }));
  const isWhole = ({ key, at }: { key: string; at: number }): boolean =>
    key !== '' && at >= 0 && (at === 0 || yaml[at - 1] === '\n') && !/^[ ?]/.test(yaml.slice(at));
  if (!starts.every(isWhole)) return undefined;
  const ends = [...starts.slice(1).map(({ at }) => at), yaml.length];
  return {
    head: yaml.slice(0, starts[0]?.at ?? yaml.length),
    pieces: starts.map(({ key, at }, index) => ({ key, text: yaml.slice(at, ends[index]) })),
  };
}

function startOf(node: unknown): number {
  return (node as { range?: [number, number, number] } | null)?.range?.[0] ?? -1;
}

function lineStart(text: string, at: number): number {
  return at < 0 ? at : text.lastIndexOf('\n', at - 1) + 1;
}

/** The lines at the end of a piece that belong to what follows it: comments at the margin and empty lines. */
export function trailingComments(text: string): string {
  const lines = text.split(/(?<=\n)/);
  const last = lines.findLastIndex((line) => !/^(?:#.*)?\r?\n?$/.test(line));
  return lines.slice(last + 1).join('');
}

/** A value as the project writes YAML: days in quotes, a list of plain texts on one line. Ends in a line end. */
export function writeYaml(value: unknown): string {
  const document = new Document(value);
  quoteDays(document);
  visit(document, {
    Seq(_, node) {
      if (node.items.length > 0 && node.items.every((item) => isScalar(item))) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
