import type { LighthouseFigures } from './lighthouse-scores.ts';
import type { MachineFigures } from './machine.ts';
import type { ExactnessFigures } from './measure-exactness.ts';
import type { FirstQueryFigures } from './measure-first-query.ts';
import type { IndexFigures } from './measure-indexing.ts';
import type { LinkingFigures } from './measure-linking.ts';
import type { OutputFigures } from './measure-output.ts';
import type { PageFigures } from './measure-pages.ts';
import type { BuildFigures } from './run-build.ts';
import type { KindFigures } from './weigh-kinds.ts';

/** Builds one after the other; those that were not asked for are missing. */
export interface BuildSeries {
  /** With nothing kept from an earlier build. */
  readonly cold?: BuildFigures;
  readonly unchanged?: BuildFigures;
  /** After the text of one document changed. */
  readonly oneChanged?: BuildFigures;
  readonly titleChanged?: BuildFigures;
  /** After one document was added. */
  readonly oneAdded?: BuildFigures;
}

/** What was measured of search. */
export interface SearchFigures {
  readonly exactness: ExactnessFigures;
  readonly firstQuery: FirstQueryFigures;
  readonly indexing: IndexFigures;
}

/** Everything that one run measured: what `--json` writes. Times in milliseconds, sizes in bytes. */
export interface BenchFigures extends Partial<SearchFigures> {
  readonly machine: MachineFigures;
  readonly content: {
    what: string;
    documents: number;
    /** Characters of searchable text on the document pages, spaces left out. */
    characters: number;
  };
  readonly builds: BuildSeries;
  readonly linking?: LinkingFigures;
  readonly output: OutputFigures;
  readonly pages?: { median: PageFigures; largest: PageFigures };
  /** One page of each kind. */
  readonly kinds?: readonly KindFigures[];
  readonly lighthouse?: readonly LighthouseFigures[];
}
