/**
 * Where a page of this site lies, given its address as the site's data has it, root-relative. Whatever takes an address
 * out of the data passes it through here: in a copy on disk src/ui/offline/site-address.ts stands in for this module.
 */
export const siteAddress = (address: string): string => address;
