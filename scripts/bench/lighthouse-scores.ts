/** Lighthouse's names of what it scores. */
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];

/** What Lighthouse says of one page, on its settings for a phone. */
export interface LighthouseFigures {
  readonly name: string;
  readonly path: string;
  /** From 0 to 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** Titles of the audits that cost something, with their category. */
  readonly lowered: readonly string[];
}

/** The least that a page must reach, of 100. */
export const LEAST: Readonly<Record<Category, number>> = {
  performance: 98,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
};

/** Whether a page misses one of the limits. */
export function isBelow({ scores }: Pick<LighthouseFigures, 'scores'>): boolean {
  return CATEGORIES.some((category) => scores[category] < LEAST[category]);
}
