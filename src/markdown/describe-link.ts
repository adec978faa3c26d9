import type { Properties } from 'hast';
import { formatCitation } from '../core/citation-format.ts';
import { deadMark } from '../core/citing-standing.ts';
import type { Moment } from '../core/moments.ts';
import type { LinkTarget } from '../core/references.ts';
import { isDead, statusTone } from '../core/status.ts';
import { writePeriods } from '../core/status-periods.ts';

/** What a link shows of all that answers to it: its class, its words on hover, and the mark of a dead document. */
export function describeLink(targets: readonly LinkTarget[], citing: Moment | undefined): Properties {
  const [target, second] = targets;
  if (!target) return properties('missing', '本库未收录');
  if (second) {
    return properties('ambiguous', `有歧义：库中有 ${targets.length} 份文件都是这个题名或文号`);
  }
  const mark = deadMark(target, citing);
  const held = target.held === 'record' ? '（题录）' : '';
  const reserved = statusTone(target.status) === 'warn' ? target.status : undefined;
  const words = [`${target.title}${held}`, mark ?? reserved, ...instead(target)];
  const title = words.filter((word) => word !== undefined).join('，');
  // The mark is printed after the link, where there is neither colour nor a pointer.
  return {
    ...properties(mark === undefined ? target.held : 'dead', title),
    ...(mark === undefined ? {} : { dataDead: mark }),
    ...(target.statusPeriods ? { dataStatuses: writePeriods(target.statusPeriods) } : {}),
    ...(mark === undefined ? laterMark(target, citing) : {}),
  };
}

/** The mark for a reader of a later day, when the document will be dead. */
function laterMark(target: LinkTarget, citing: Moment | undefined): Properties {
  const end = target.statusPeriods?.find(({ status }) => isDead(status));
  const { effectiveOn } = target;
  const mark = end && deadMark({ status: end.status, statusSince: end.from, effectiveOn }, citing);
  return mark === undefined ? {} : { dataDeadLater: mark };
}

function properties(state: string, title: string): Properties {
  return { className: ['ref', `ref-${state}`], title };
}

function instead({ inForce = [] }: LinkTarget): string[] {
  return inForce.length === 0 ? [] : [`现行的是${inForce.map((name) => formatCitation(name)).join('、')}`];
}
