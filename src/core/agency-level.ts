/** 级别: at which administrative level a document was issued. */
import { parseDocNumber } from './docnumber.ts';

/** What the register says of a code, as far as it matters here. */
export interface AgencyLevel {
  /** 机关代字. */
  readonly code: string;
  readonly issuer: string;
  /** 国家级 … 校级, or 未知. */
  readonly level: string;
}

/** What the register says when nobody knows. */
const UNKNOWN = '未知';

/**
 * Gives the level of a document by the code in its own number or, when it has none or the register doesn't know it, by
 * its issuer's name; '' when neither tells, or the register has several levels for that name.
 */
export function levelFinder(
  agencies: readonly AgencyLevel[],
): (document: { readonly docNumber: string | null; readonly issuer: string }) => string {
  const known = agencies.filter(({ level }) => level !== UNKNOWN);
  const byCode = new Map(known.map(({ code, level }) => [code, level]));
  const byIssuer = Map.groupBy(known, ({ issuer }) => issuer);
  return ({ docNumber, issuer }) => {
    const number = docNumber === null ? undefined : parseDocNumber(docNumber);
    const ofCode = number?.kind === 'number' ? byCode.get(number.code) : undefined;
    if (ofCode !== undefined) return ofCode;
    const [level, ...others] = new Set(byIssuer.get(issuer)?.map((agency) => agency.level));
    return level !== undefined && others.length === 0 ? level : '';
  };
}
