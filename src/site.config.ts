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
  /** Three searches offered on the home page; they should find something. */
  exampleSearches: readonly string[];
  /** Codes and marks that only the office itself can hold; left empty they don't appear. Never made up. */
  registration: {
    /** 网站标识码 (10 digits). */
    siteIdCode: string;
    /** ICP 备案号, as issued. */
    icp: string;
    /** 公安备案号, as issued. */
    police: string;
  };
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
};
