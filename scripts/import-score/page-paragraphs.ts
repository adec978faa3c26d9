import { Parser } from 'htmlparser2';

/**
 * Text of each <p> within the content element of a page of www.gov.cn (#UCAP-CONTENT), by a reader of its own, so that
 * it can judge the importer's.
 */
export function paragraphsOfPage(markup: string): string[] {
  const paragraphs: string[] = [];
  let depth = 0;
  let inside = 0;
  let current: string | undefined;
  const parser = new Parser({
    onopentagname() {
      depth += 1;
    },
    onopentag(name, { id }) {
      if (id === 'UCAP-CONTENT') inside = depth;
      if (inside > 0 && name === 'p') current = '';
      if (name === 'br' && current !== undefined) current += '\n';
    },
    ontext(text) {
      if (current !== undefined) current += text;
    },
    onclosetag(name) {
      if (name === 'p' && current !== undefined) {
        paragraphs.push(...current.split('\n').map((line) => line.trim()));
        current = undefined;
      }
      if (depth === inside) inside = 0;
      depth -= 1;
    },
  });
  parser.write(markup);
  parser.end();
  return paragraphs.filter((paragraph) => paragraph !== '');
}
