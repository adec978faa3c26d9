import type { BodyCitation, LintContext, LintDocument } from './rule.ts';

/** A citation with the document in whose text it stands. */
export interface TextCitation extends BodyCitation {
  document: LintDocument;
}

/** Everything that the texts cite, document by document. */
export function textCitations({ documents }: Pick<LintContext, 'documents'>): TextCitation[] {
  return documents.flatMap((document) => document.citations.map((citation) => ({ document, ...citation })));
}
