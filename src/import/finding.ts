/**
 * What an import did to a text, worded for the editor who will look it over:
 * `changed` a mechanical change, `guessed` a conclusion that may be wrong, `lost` something that is not in the
 * draft, `attention` a spot that only a person can judge.
 */
export type FindingKind = 'changed' | 'guessed' | 'lost' | 'attention';

/** One entry of the import report. */
export interface Finding {
  kind: FindingKind;
  /** 1-based line of the source file; 0 for the file as a whole. */
  line: number;
  /** A Chinese sentence. */
  message: string;
}

/** Report headings of the kinds, most pressing first. */
export const FINDING_LABELS: Record<FindingKind, string> = {
  attention: '需编者过目',
  lost: '未能保留',
  guessed: '推断',
  changed: '改动',
};
