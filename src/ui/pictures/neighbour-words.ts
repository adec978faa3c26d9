import { STATE_CHIPS } from '../../core/register-labels.ts';
import { deadWord } from '../../core/status.ts';
import type { Neighbour } from './neighbours.ts';

/** What ties a neighbour to the document, e.g. 贯彻、引用 2 处; `side` tells who of the two says it. */
export function tieWords({ labels, times, mutual }: Neighbour, side: 'out' | 'in'): string {
  const cites = mutual ? '互相提到' : side === 'out' ? '引用' : '被引用';
  const counted = times > 0 ? [`${cites} ${times} 处`] : mutual ? [cites] : [];
  return [...labels, ...counted].join('、');
}

/** What is amiss with a neighbour, e.g. 题录 or 已废止; empty for one that is held and not known to be dead. */
export function neighbourState({ held, dead }: Neighbour): string {
  return [STATE_CHIPS[held], dead && deadWord(dead)].filter(Boolean).join(' · ');
}
