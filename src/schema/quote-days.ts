import { type Document, Scalar, visit } from 'yaml';

/** Has every day of a document written in quotes, so that no YAML reader takes it for a timestamp. */
export function quoteDays(document: Document): void {
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(node.value)) {
        node.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
}
