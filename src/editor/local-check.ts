/** In local mode: what the check says of what was just saved, as the local server answers it at api/check. */
export interface LocalCheck {
  /** Path below the content folder. */
  file: string;
  errors: number;
  warnings: number;
  /** Each issue in words. */
  issues: string[];
}
