/** How sure the importer is: the source says so, it was concluded, or the source says nothing. */
export type Confidence = '原文写明' | '推断' | '未知';

/** A frontmatter value with what it rests on. */
export interface Evidence {
  /** Undefined when nothing could be told and the field is left out. */
  value: string | undefined;
  /** What the value rests on, in Chinese. */
  evidence: string;
  confidence: Confidence;
  /** Source line of the evidence; 0 when it lies outside the text. */
  line: number;
}

/** Evidence for a named frontmatter field. */
export interface InferredField extends Evidence {
  field: string;
}

/** A value that the source states. */
export function stated(field: string, value: string, evidence: string, line: number): InferredField {
  return { field, value, evidence, confidence: '原文写明', line };
}

/** A value that was concluded. */
export function inferred(field: string, value: string, evidence: string, line = 0): InferredField {
  return { field, value, evidence, confidence: '推断', line };
}

/** A field of which the source says nothing. */
export function unknown(field: string, evidence: string): InferredField {
  return { field, value: undefined, evidence, confidence: '未知', line: 0 };
}
