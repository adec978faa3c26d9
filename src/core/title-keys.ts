import { normalizeTitle } from './normalize-title.ts';

/** 关于印发〈甲方案〉的通知: the notice that issues 甲方案. 转发 is left out: what it forwards is another office's document. */
const ISSUING =
  /(?:关于)?(?:重新)?(?:印发|发布|公布|颁发|颁布|下发)〈(.+)〉的?(?:通知|决定|公告|通告|令|函|通报)$/u;

/** The titles under which a document may be cited, normalised; see `normalizeTitle`. */
export interface TitleKeys {
  /** Its own title, as it stands and with its issuer in front. */
  own: string[];
  /** The title of the text that it issues, if it is a notice of that kind. */
  issued: string[];
}

/**
 * Under which titles a document is cited. The issuer may be put in front of a title that lacks it, but is never taken
 * away: 2012年度工作计划 is any office's plan.
 */
export function titleKeys({ title, issuer }: { title: string; issuer: string }): TitleKeys {
  const own = normalizeTitle(title);
  const office = normalizeTitle(issuer);
  const issued = ISSUING.exec(own)?.[1];
  return {
    own: own.startsWith(office) ? [own] : [own, `${office}${own}`],
    issued: issued === undefined ? [] : [issued],
  };
}
