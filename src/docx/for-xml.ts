import { xmlText } from '../core/xml-text.ts';
import type { WordSource } from './word-source.ts';

/** The source without the characters that no part of a Word file can hold; its pictures are left as they are. */
export function forXml(source: WordSource): WordSource {
  const { pictures, ...words } = source;
  return { ...clean(words), pictures };
}

function clean<Value>(value: Value): Value;
function clean(value: unknown): unknown {
  if (typeof value === 'string') return xmlText(value);
  if (Array.isArray(value)) return value.map((item) => clean(item));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item)]));
}
