import { DOCUMENT_SCHEMAS } from '../../schema/documents.ts';
import { shapeOf } from '../../schema/field-docs.ts';
import { defineDocumentRule } from '../rule.ts';

/** A note that claims a field was inferred without naming it, or names a field that is unknown or not filled in. */
export default defineDocumentRule({
  id: 'note-field',
  severity: 'error',
  *check({ source, data }) {
    const known = Object.keys(shapeOf(DOCUMENT_SCHEMAS[source.collection]));
    for (const [index, note] of (data.notes ?? []).entries()) {
      const found = fault(note, known, source.frontmatter);
      if (!found) continue;
      yield {
        file: source.file,
        line: source.lineOf(['notes', index, 'field']),
        found: `第 ${index + 1} 条编者注${found}`,
        expected: '文件里已经填写的字段名，如 issuedOn',
        fix: '把 field 改为所说明的字段名；不专说哪个字段的，删去 field；不是推断的，删去 inferred: true',
      };
    }
  },
});

function fault(
  note: { field?: string | undefined; inferred?: boolean | undefined },
  known: string[],
  frontmatter: unknown,
) {
  const field = note.field?.split('.')[0];
  if (field === undefined)
    return note.inferred ? '说是推断得来的（inferred: true），却没有写所说明的字段（field）' : undefined;
  if (!known.includes(field)) return `所说明的字段（field）写的是“${note.field}”，没有这个字段`;
  const filled = frontmatter !== null && typeof frontmatter === 'object' && Object.hasOwn(frontmatter, field);
  return note.inferred && !filled ? `说 ${field} 是推断得来的，文件里却没有 ${field}` : undefined;
}
