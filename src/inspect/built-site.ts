/** Judges the pages of a built site together: where their links lead, what they lack. Reads nothing itself. */
import { percentDecoded } from '../core/percent-decoded.ts';
import type { InspectionCheck, InspectionFinding, InspectionReport } from '../schema/api.ts';
import { isAttachment } from './attachment.ts';
import { type ExpectedSite, type PageKind, type TagProblem, tagProblems } from './page-tags.ts';
import type { BuiltPage } from './read-page.ts';

/** What is known of the site without its pages. */
export interface SiteFrame extends ExpectedSite {
  /** Begins and ends with a slash. */
  base: string;
  /** Scheme and host of the published site. */
  origin: string;
  /** The site's name, which ends the title of each page. */
  siteName: string;
  /** Every file below the site's folder, with forward slashes. */
  files: ReadonlySet<string>;
  /** Paths of other sites on the same host, like `base`. */
  neighbours?: readonly string[];
  /** Ids of documents, whose pages are articles. */
  documents: ReadonlySet<string>;
}

const REGISTER = 'citations/index.html';
const REGISTER_PAGES = /^citations\/[^/]+\//;

/** A place that a page leads to, below the site's folder. */
interface Target {
  file: string;
  /** As it stands in the address; '' for none. */
  id: string;
  /** Whether the file is there. */
  there: boolean;
  attachment: boolean;
  /** The pages that lead to the place, which can be judged when every page has been read; none where the file is all. */
  from: string[] | undefined;
}

/** Addresses that lead out of the site, and those that are none of the web's; no file can be called so. */
const EXTERNAL = '\0external';
const OTHER = '\0other';

/** Where an address leads. */
type Destination = Target | typeof EXTERNAL | typeof OTHER;

const DEAD: Pick<InspectionCheck, 'id' | 'group' | 'title' | 'weight' | 'mend'> = {
  ...{ id: 'dead-link', group: '链接与附件', title: '站内死链', weight: 'fault' },
  mend: '文件正文里的，改链接的地址；文件改了名的，在它的 aliases 里写上旧称；其余的请告诉网站的维护者。',
};

/** Takes the pages of a site one by one and judges them at the end. */
export class BuiltSite {
  private readonly frame: SiteFrame;
  private readonly ids = new Map<string, Set<string>>();
  private readonly titles = new Map<string, string>();
  /** Links to a place on a page. */
  private readonly places: { target: Target; address: string }[] = [];
  private readonly dead: { from: string; address: string; why: string }[] = [];
  private readonly external = new Map<string, { pages: number; first: string }>();
  private readonly attachments = new Map<string, string>();
  private readonly unnamedImages: { from: string; address: string }[] = [];
  private readonly tags: { from: string; problem: TagProblem }[] = [];
  /** Most addresses are root-relative and occur on many pages. */
  private readonly known = new Map<string, Destination>();
  /** Files by address without the fragment. */
  private readonly files = new Map<string, string>();
  private rows: Set<string> | undefined;
  private links = 0;

  constructor(frame: SiteFrame) {
    this.frame = frame;
  }

  /** Adds the page at `file` below the site's folder. */
  add(file: string, page: BuiltPage): void {
    this.ids.set(file, page.ids);
    this.titles.set(file, page.title.replace(` - ${this.frame.siteName}`, ''));
    for (const [address, element] of page.links) {
      // Most places on the page itself are there: nothing more is to be judged.
      if (address.startsWith('#') && page.ids.has(address.slice(1))) this.links += 1;
      else this.addLink(file, address, element);
    }
    for (const address of page.withoutAlt) this.unnamedImages.push({ from: file, address });
    if (page.redirect) return;
    for (const problem of tagProblems(page.metas, this.kindOf(file, page), this.frame))
      this.tags.push({ from: file, problem });
  }

  private kindOf(file: string, { noindex }: BuiltPage): PageKind {
    if (this.frame.documents.has(file.replace(/\/index\.html$/, ''))) return 'article';
    return noindex ? 'other' : 'column';
  }

  private addLink(from: string, address: string, element: string): void {
    const target = this.resolve(from, address);
    if (target === OTHER) return;
    if (target === EXTERNAL) {
      if (element !== 'a') return;
      const seen = this.external.get(address);
      if (seen) seen.pages += 1;
      else this.external.set(address, { pages: 1, first: this.urlOf(from) });
      return;
    }
    this.links += 1;
    if (!target.there) {
      const why = target.attachment ? '指向的附件不在' : '指向的网页或文件不在';
      this.dead.push({ from, address, why });
      return;
    }
    if (target.attachment && !this.attachments.has(target.file)) this.attachments.set(target.file, from);
    target.from?.push(from);
  }

  /** A row of the register may stand on any of its pages: its address names none, and a script leads on to it. */
  private isPlace({ file, id }: Pick<Target, 'file' | 'id'>): boolean {
    const own = this.ids.get(file);
    // Browsers take a fragment as it stands first, then with its percent-encoding undone (HTML, 7.4.2.3.3).
    if (own?.has(id) || own?.has(percentDecoded(id))) return true;
    if (file !== REGISTER) return false;
    this.rows ??= new Set(
      [...this.ids].flatMap(([page, ids]) => (REGISTER_PAGES.test(page) ? [...ids] : [])),
    );
    return this.rows.has(percentDecoded(id));
  }

  private resolve(from: string, address: string): Destination {
    const absolute = address.startsWith('/');
    const known = absolute ? this.known.get(address) : undefined;
    if (known) return known;
    const destination = this.judge(from, address);
    if (absolute) this.known.set(address, destination);
    return destination;
  }

  private judge(from: string, address: string): Destination {
    const hash = address.indexOf('#');
    const bare = hash < 0 ? address : address.slice(0, hash);
    const file = hash === 0 ? from : this.fileOf(from, bare);
    if (file === EXTERNAL || file === OTHER) return file;
    const id = hash < 0 ? '' : address.slice(hash + 1);
    const there = this.frame.files.has(file);
    const places = id !== '' && there && file.endsWith('.html') ? [] : undefined;
    const target: Target = { file, id, there, attachment: isAttachment(file), from: places };
    if (places) this.places.push({ target, address });
    return target;
  }

  private fileOf(from: string, address: string): string {
    const absolute = address.startsWith('/');
    const known = absolute ? this.files.get(address) : undefined;
    if (known !== undefined) return known;
    const file = this.locate(from, address);
    if (absolute) this.files.set(address, file);
    return file;
  }

  /** The file at an address without a fragment, or EXTERNAL or OTHER. */
  private locate(from: string, address: string): string {
    const { base, origin, neighbours = [] } = this.frame;
    const here = `${origin}${base}${from.split('/').map(encodeURIComponent).join('/')}`;
    if (!URL.canParse(address, here)) return address;
    const { protocol, pathname, origin: host } = new URL(address, here);
    if (protocol !== 'http:' && protocol !== 'https:') return OTHER;
    if (host !== origin) return EXTERNAL;
    const path = percentDecoded(pathname);
    // The longest path that an address begins with is that of its site: one may lie below another's.
    const roots = [base, ...neighbours].filter((root) => path.startsWith(root));
    const root = roots.reduce((longest, each) => (each.length > longest.length ? each : longest), '');
    if (root !== base && root !== '') return EXTERNAL;
    // A link out of the base leads to another site of the same host.
    if (!path.startsWith(base)) return path;
    return path.slice(base.length).replace(/(^|\/)$/, '$1index.html');
  }

  /** Files that readers download, each with a page that leads to it. */
  linkedAttachments(): ReadonlyMap<string, string> {
    return this.attachments;
  }

  /** What was found; `broken` tells which attachments don't open and why. */
  report(broken: ReadonlyMap<string, string>): {
    checks: InspectionCheck[];
    built: NonNullable<InspectionReport['built']>;
  } {
    const noPlace = this.places.filter(({ target }) => !this.isPlace(target));
    const dead = [
      ...this.dead,
      ...noPlace.flatMap(({ target, address }) =>
        (target.from ?? []).map((page) => ({ from: page, address, why: '网页在，所指的位置不在' })),
      ),
    ];
    const external = [...this.external].map(([url, seen]) => ({ url, ...seen }));
    return {
      checks: [
        {
          ...DEAD,
          findings: dead.map(({ from, address, why }) =>
            this.finding(from, `${why}：${percentDecoded(address)}`),
          ),
        },
        this.attachmentCheck(broken),
        this.imageCheck(),
        this.tagCheck(),
      ],
      built: {
        pages: this.titles.size,
        links: this.links,
        files: this.attachments.size,
        external: external.sort((a, b) => b.pages - a.pages || (a.url < b.url ? -1 : 1)),
      },
    };
  }

  private attachmentCheck(broken: ReadonlyMap<string, string>): InspectionCheck {
    return {
      ...{ id: 'attachment', group: '链接与附件', title: '打不开的附件', weight: 'fault' },
      mend: '用办公软件打开原件核对，另存为所写的格式，换掉这个文件。',
      findings: [...broken].map(([file, why]) =>
        this.finding(this.attachments.get(file) ?? '', `${why}：${file}`),
      ),
    };
  }

  private imageCheck(): InspectionCheck {
    return {
      ...{ id: 'image-alt', group: '链接与附件', title: '没有替代文字的图片', weight: 'fault' },
      mend: '在方括号里写图片的内容：![图上有什么](图片地址)。',
      findings: this.unnamedImages.map(({ from, address }) =>
        this.finding(from, `图片没有替代文字：${address}`),
      ),
    };
  }

  private tagCheck(): InspectionCheck {
    return {
      ...{ id: 'page-tags', group: '网页标签', title: '国办发〔2017〕47号规定的网页标签', weight: 'fault' },
      mend: '核对 src/site.config.ts 的 name、office、url 与 registration；文件的网页，补上标题与发文机关。',
      findings: this.tags.map(({ from, problem: { tag, found, expected } }) =>
        this.finding(
          from,
          found === '' ? `缺少 ${tag}，应${expected}` : `${tag} 是“${found}”，应为${expected}`,
        ),
      ),
    };
  }

  private finding(file: string, what: string): InspectionFinding {
    return { what, url: this.urlOf(file), label: this.titles.get(file) || file, cited: 0 };
  }

  private urlOf(file: string): string {
    const path = file.replace(/(^|\/)index\.html$/, '$1');
    return this.frame.base + path.split('/').map(encodeURIComponent).join('/');
  }
}
