/** What a reader can do when a file of the search didn't load. */
export const REMEDY: string = '改法：检查网络后再试一次。';
