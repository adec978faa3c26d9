import { STATE_CHIPS } from '../../core/register-labels.ts';
import type { Neighbour } from './neighbours.ts';

/** What a picture says of a neighbour to those who point at it or can't see it: its tie, full title, number and state. */
export function describeNeighbour(node: Neighbour, side: 'out' | 'in'): string {
  const { title, number, held, dead } = node;
  const name = number === title ? title : `《${title.replace(/^《(.*)》$/u, '$1')}》`;
  const facts = [name, number === title ? null : number, STATE_CHIPS[held], dead].filter(Boolean);
  return `${tieWords(node, side)}：${facts.join('，')}`;
}

function tieWords({ labels, times, mutual }: Neighbour, side: 'out' | 'in'): string {
  const cites = mutual ? '互相提到' : side === 'out' ? '引用' : '被引用';
  const counted = times > 0 ? [`${cites} ${times} 处`] : mutual ? [cites] : [];
  return [...labels, ...counted].join('、');
}
