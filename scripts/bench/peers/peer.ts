import type { WantedPackages } from '../install-packages.ts';

/** A document as a peer gets it. */
export interface PeerText {
  /** Where its page lies, e.g. `plans/d00012`; ASCII, so that every program makes the same address of it. */
  readonly path: string;
  readonly title: string;
  /** Markdown without components and pictures. */
  readonly body: string;
}

/** A command of a peer's build, run in the folder of its project. */
export interface PeerStep {
  /** A script of Node, or with `program` set a program on the PATH. */
  readonly command: string;
  readonly program?: boolean;
  readonly args: readonly string[];
}

/** Where the programs lie that a peer's build runs. */
export interface PeerTools {
  /** The `node_modules` of the peer's project. */
  readonly modules: string;
  /** The command of this project's Pagefind, for peers that bring no search. */
  readonly pagefind: string;
}

/** Another program that makes a site of the same texts. */
export interface Peer {
  /** As `--peer` names it. */
  readonly name: string;
  /** As the report names it. */
  readonly title: string;
  /** What npm installs for it. */
  readonly packages?: WantedPackages;
  /** What must be on the PATH instead, and how to get it, in Chinese. */
  readonly program?: { readonly name: string; readonly mend: string };
  /** The files of its project, by path. */
  project(texts: readonly PeerText[]): Map<string, string>;
  steps(tools: PeerTools): readonly PeerStep[];
  /** Below the project. */
  readonly outDir: string;
  /** A document's page below the output, by its path. */
  page(path: string): string;
  readonly search: 'pagefind' | 'local';
}

/** The page of a document that is a folder of its own. */
export const folderPage = (path: string): string => `${path}/index.html`;

/** A file's text with a frontmatter that holds the title alone. */
export const withTitle = ({ title, body }: PeerText): string =>
  `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body.trim()}\n`;

/** Indexes the output with this project's Pagefind, by its command and its own settings. */
export const pagefindStep = (pagefind: string, site: string): PeerStep => ({
  command: pagefind,
  args: ['--site', site, '--silent'],
});
