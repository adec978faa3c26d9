import { CATEGORIES, type Category, isBelow, LEAST, type LighthouseFigures } from './lighthouse-scores.ts';
import { printTable } from './print-table.ts';

/** A table of the scores, and what lowers those that are too low. */
export function reportLighthouse(figures: readonly LighthouseFigures[]): string[] {
  const cell = (category: Category, score: number): string =>
    `${score < LEAST[category] ? '! ' : ''}${score}`;
  const rows = figures.map(({ name, path, scores }) => [
    name,
    ...CATEGORIES.map((category) => cell(category, scores[category])),
    `/${path}`,
  ]);
  const lowered = figures
    .filter(isBelow)
    .flatMap(({ name, lowered: why }) => why.map((line) => `  ${name}: ${line}`));
  return [
    printTable('Lighthouse, mobile settings', [['', ...CATEGORIES, 'page'], ...rows]),
    ...(lowered.length > 0 ? ['', 'What lowers them', ...lowered] : []),
  ];
}
