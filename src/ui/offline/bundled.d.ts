/** The path under which the site lies on its server, ending in a slash; set by scripts/offline/bundle-scripts.ts. */
declare const OFFLINE_BASE: string;
/** What the forms of a copy on disk leave after the address of the search page, `#` included. */
declare const OFFLINE_FORM_MARK: string;
