/** What a canonical document number is made of. */
export interface NumberParts {
  /** 机关代字; of an order or notice the issuer with 令 or 公告. */
  code: string;
  /** Four digits; '' for an order counted across years. */
  year: string;
  /** Digits without leading zeros. */
  sequence: string;
}

const AGENCY = /^(.+)〔(\d{4})〕(\d+)号$/u;
const ISSUER = /^(.+?(?:令|公告|通告))(?:(\d{4})年)?第(\d+)号$/u;

/** Takes a canonical number apart; undefined for a text that is none. For a number in any disguise see docnumber.ts. */
export function numberParts(canonical: string): NumberParts | undefined {
  const match = AGENCY.exec(canonical) ?? ISSUER.exec(canonical);
  if (!match) return undefined;
  const [, code = '', year = '', sequence = ''] = match;
  return { code, year, sequence };
}
