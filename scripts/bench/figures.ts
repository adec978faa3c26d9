import type { LinkingFigures } from './measure-linking.ts';
import type { OutputFigures } from './measure-output.ts';
import type { PageFigures } from './measure-pages.ts';
import type { Exactness, QueryCost } from './measure-search.ts';
import type { PlainIndex } from './plain-pagefind.ts';
import type { BuildFigures } from './run-build.ts';

/** Everything that one run measured: what `--json` writes. Times in milliseconds, sizes in bytes. */
export interface BenchFigures {
  readonly machine: { cores: number; memoryBytes: number; platform: string; node: string };
  readonly content: {
    what: string;
    documents: number;
    /** Characters of searchable text on the document pages, spaces left out. */
    characters: number;
  };
  readonly builds: { cold: BuildFigures; unchanged: BuildFigures; oneChanged: BuildFigures };
  readonly linking: LinkingFigures;
  readonly output: OutputFigures;
  readonly pages: { median: PageFigures; largest: PageFigures };
  readonly exactness: { site: Exactness[]; plain: Exactness[] };
  readonly firstQuery: QueryCost[];
  readonly plainIndex: PlainIndex;
}
