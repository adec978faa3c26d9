import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Parser } from 'htmlparser2';

/** One element as it was opened: its name and attributes. */
export interface OpenedTag {
  name: string;
  attributes: Record<string, string>;
}

/** Every file below a folder with that ending, as forward-slash paths below it, sorted. */
export async function listFiles(dir: string, ending: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true });
  return entries
    .map((entry) => entry.split(path.sep).join('/'))
    .filter((entry) => entry.endsWith(ending))
    .sort();
}

/** Every tag of a page in order. */
export function readTags(html: string): OpenedTag[] {
  const tags: OpenedTag[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => tags.push({ name, attributes: { ...attributes } }),
  });
  parser.end(html);
  return tags;
}

/** Visible text inside the first element that carries the attribute, tags off and entities resolved. */
export function textWithin(html: string, attribute: string): string {
  let depth = 0;
  let done = false;
  let text = '';
  const stack: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (depth === 0 && !done && attribute in attributes) depth = stack.length + 1;
      stack.push(name);
    },
    ontext: (piece) => {
      if (depth > 0) text += piece;
    },
    onclosetag: () => {
      stack.pop();
      if (depth > 0 && stack.length < depth) {
        depth = 0;
        done = true;
      }
    },
  });
  parser.end(html);
  return text;
}

export function readPage(dir: string, file: string): Promise<string> {
  return readFile(path.join(dir, file), 'utf8');
}
