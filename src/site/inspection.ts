/** What the inspection finds in the content; what it finds in the built pages is added when they are there. */
import { addressCheck, citationChecks } from '../inspect/citations.ts';
import { columnChecks, columnStates } from '../inspect/columns.ts';
import { documentChecks } from '../inspect/documents.ts';
import type { InspectionReport } from '../schema/api.ts';
import { siteConfig } from '../site.config.ts';
import type { Site } from './library.ts';
import { getRegister } from './register.ts';
import { base } from './urls.ts';

/** The report as far as the content tells. */
export function inspectContent(site: Site): InspectionReport {
  const { documents, pages, asOf, citedBy, addresses } = site;
  const register = getRegister(site);
  const columns = columnStates(documents, siteConfig.staleAfterMonths ?? {}, base);
  const inspected = [...pages.values()].map((document) => ({
    document,
    hasSource: document.data.source !== undefined,
    cited: citedBy.get(document.id)?.length ?? 0,
  }));
  return {
    asOf: asOf.day || null,
    columns,
    checks: [
      ...columnChecks(columns, documents, asOf.day),
      ...documentChecks(inspected),
      ...citationChecks(register.entries, register.urlOf),
      addressCheck(documents, new Set(addresses.map(({ path }) => path))),
    ],
    built: null,
  };
}
