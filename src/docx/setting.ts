import { LINE } from './layout.ts';

/** 固定行距, so that 22 lines make a page whatever the font. */
export const EXACT = { line: LINE, lineRule: 'exact' } as const;
