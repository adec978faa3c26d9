/**
 * The table of traditional and variant characters with their simplified forms, made from OpenCC's. For building only: a
 * browser gets what occurs in a document, or concerns the library, and never OpenCC.
 */
import hongKong from 'opencc-js/dict/HKVariantsRev';
import japanese from 'opencc-js/dict/JPShinjitaiCharacters';
import traditional from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariantsRev';
import { FOLDED_STANDARD, isStandard } from '../../src/search/standard-characters.ts';
import type { Variants } from '../../src/search/variants.ts';

type Pair = readonly [from: string, to: string];

const parsePairs = (entries: string): Pair[] =>
  entries.split('|').map((entry) => {
    // Of several forms the first is the usual one.
    const [from = '', to = ''] = entry.split(' ');
    return [from, to];
  });

/** Variants, most of them of 《第一批异体字整理表》 (1955), that are still met with and that OpenCC leaves alone. */
const OLD_VARIANTS =
  '姪侄毬球倣仿搆构觔斤煖暖籐藤鎗枪瘉愈跼局嬝袅繙翻燐磷鼇鳌畧略疎疏菓果蔴麻隣邻勦剿濶阔鬪斗囘回衹只' +
  '擧举鑛矿鄕乡澁涩鬭斗頴颖';

const oldVariants = (): Pair[] =>
  Array.from({ length: OLD_VARIANTS.length / 2 }, (_, index) => [
    OLD_VARIANTS.charAt(index * 2),
    OLD_VARIANTS.charAt(index * 2 + 1),
  ]);

/** What the table can hold: one UTF-16 unit, so that folding keeps every offset. */
const IDEOGRAPH = /^[\u4E00-\u9FFF]$/;

function isFolded([from, to]: Pair): boolean {
  return IDEOGRAPH.test(from) && IDEOGRAPH.test(to) && from !== to && !isStandard(from);
}

function makeTable(): Variants {
  const simplified = new Map([...parsePairs(traditional), ...oldVariants()]);
  // Other regions' forms lead to a traditional character first: 衞 to 衛 to 卫.
  const regional = [japanese, hongKong, taiwan]
    .flatMap(parsePairs)
    .map(([from, to]): Pair => [from, simplified.get(to) ?? to])
    .filter(([, to]) => isStandard(to));
  const table = new Map([...regional, ...simplified, ...FOLDED_STANDARD].filter(isFolded));
  return new Map([...table].filter(([, to]) => !table.has(to)));
}

/** Every variant that is folded, of any library. */
export const VARIANTS: Variants = makeTable();
