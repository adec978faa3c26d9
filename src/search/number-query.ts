/** Whether it is worth asking if a query is a document number: the code that can tell is large. */
import { normalise } from './normalise.ts';

const HAN = /\p{Script=Han}/u;
// A number is counted in digits; in Chinese numerals only with 号, 令 or 公告, or with its year in brackets.
const COUNTED = /[\p{N}号號令(《]|公告/u;

/** False only for a text that `parseDocNumber` certainly doesn't read. */
export function mayBeDocNumber(query: string): boolean {
  const text = normalise(query);
  return HAN.test(text) && COUNTED.test(text);
}
