import type * as Online from '../search/remedy.ts';

/** What a reader can do when a file of the folder is missing. */
export const REMEDY: typeof Online.REMEDY = '改法：文件夹里缺了文件，请把整个文件夹重新复制一份再打开。';
