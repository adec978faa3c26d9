import type { SiteConfig } from '../../src/site.config.ts';

/** Settings to write; what is left out stays as it is. */
export type Settings = Partial<
  Pick<SiteConfig, 'name' | 'description' | 'office' | 'url' | 'basePath' | 'contact'> &
    Pick<SiteConfig, 'exampleSearches' | 'registration' | 'imprint' | 'neighbours'>
>;

/** The settings file is not as this program knows it; the message is for the user, in Chinese. */
export class UnknownSettings extends Error {
  override readonly name = 'UnknownSettings';
}
