/** What a recipe is made for. */
export interface RecipeSettings {
  /** Host name of the site, without scheme, or ANY_HOST. */
  readonly host: string;
  /** Path under which the site lies, with a slash at each end. */
  readonly base: string;
  /** Folder on the server, absolute, without a slash at its end; `dist` lies below it at the base path. */
  readonly root: string;
}

/** Stands for whatever host is asked for; nginx writes it so. */
export const ANY_HOST = '_';

/** A text in which every line but the first is set in. */
export function indent(text: string, by: string): string {
  return text.replace(/\n(?=.)/g, `\n${by}`);
}
