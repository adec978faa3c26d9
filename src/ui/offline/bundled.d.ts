/** The path under which the site lies on its server, ending in a slash; set by scripts/offline/bundle-scripts.ts. */
declare const OFFLINE_BASE: string;
/** What follows the address of a search that was asked for on another page, `#` included. */
declare const OFFLINE_ASKED_MARK: string;
