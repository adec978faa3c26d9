import type { EditorSettings } from './core/editor-settings.ts';
import type { Neighbour } from './core/neighbours.ts';

/**
 * The one file that an office edits. Everything else that is the office's own lies in `content/`.
 * SITE_URL and BASE_PATH in the environment override `url` and `basePath` for one build.
 */
export interface SiteConfig {
  /** Name of the library, as in the masthead and every page title. */
  name: string;
  /** One sentence saying what the library holds. */
  description: string;
  /** The office that publishes it. */
  office: string;
  /** Address under which the site is published, without a path; feeds and the sitemap need it. */
  url: string;
  /** Path under which the site lies on that host, beginning and ending with a slash. */
  basePath: string;
  /** Where a reader can send a missing document, shown on the pages of missing documents; empty for none. */
  contact: string;
  /** Three searches offered on the home page; they should find something. Empty for none. */
  exampleSearches: readonly string[];
  /** Codes and marks that only the office itself can hold; left empty they don't appear. Never made up. */
  registration: {
    /** 网站标识码 (10 digits). */
    siteIdCode: string;
    /** ICP 备案号, as issued. */
    icp: string;
    /** 公安备案号, as issued. */
    police: string;
    /** 党政机关网站标识: the address of the certificate page that the authority gave; shown as a link in words. */
    partyMark?: string;
    /** “我为政府网站找错”: the address that the authority gave. */
    findErrors?: string;
  };
  /** Lines of the foot that 国办发〔2017〕47号 asks of government sites; what is left out doesn't appear. */
  imprint?: {
    /** 主办单位. */
    sponsor?: string;
    /** 承办单位. */
    operator?: string;
    /** 联系方式: a telephone number or an address. */
    contact?: string;
  };
  /**
   * After how many months without a newer document a column counts as stale on the inspection page; a column that is
   * left out has no limit. Six months for policies follow secondary copies of the indicators of inspection of government
   * sites (国办秘函〔2019〕19号). For plans and summaries no rule was found: a year is our own, as they come yearly.
   */
  staleAfterMonths?: { plans?: number; summaries?: number; policies?: number };
  /**
   * Editing in the browser at /admin/; left out, there is no such page. Each setting is explained beside its type in
   * src/core/editor-settings.ts, and what has to be registered where on the page 帮助 › 在浏览器里编辑. Nothing here is a
   * secret, and no secret may be put here. `npm run editor` tries the editor out without any of it. For example
   * { backend: 'gitlab', repo: 'office/wenku', branch: 'main', host: 'https://git.example.org', appId: '…' }.
   */
  editor?: EditorSettings;
  /**
   * Libraries of other offices under other paths of the same host, which the search page then offers to search together
   * with this one; each office builds its own when it likes. For example
   * [{ name: '鹤鸣区教研文库', path: '/heming/' }]; empty or left out, nothing is offered.
   */
  neighbours?: readonly Neighbour[];
}

export const siteConfig: SiteConfig = {
  name: '教研文库',
  description: '区教研室历年工作计划、工作总结与所依据的政策文件，可按任意字句检索，按文号互相查证。',
  office: '峄城区教研室',
  url: 'http://127.0.0.1:4321',
  basePath: '/',
  contact: '',
  exampleSearches: ['磨课', '合格课', '鲁教基字[2007]21号'],
  registration: { siteIdCode: '', icp: '', police: '' },
  imprint: {},
  staleAfterMonths: { plans: 12, summaries: 12, policies: 6 },
  neighbours: [],
};
