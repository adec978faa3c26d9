/** What each library had to say to a search, below the choice of libraries. */
import type { LibraryPlace, Trouble } from './library.ts';
import { searchAddress } from './stand-in.ts';

/** One library's part of an answer. */
export interface LibraryReport {
  readonly place: LibraryPlace;
  /** Documents found; or why none were looked for; `late` as long as it hasn't answered. */
  readonly outcome: number | Trouble | 'late';
  /** Of a late one: becomes true once it has answered after all, false when it failed. */
  readonly arrived?: Promise<boolean>;
}

/** Why libraries were not searched; in the order in which it is said. */
const WHY: ReadonlyArray<readonly [Trouble | 'late', string]> = [
  ['late', '还没有答复'],
  ['missing', '没有取到检索数据，可能正在更新，或不在设置的路径'],
  ['broken', '检索数据不完整，或与网页不相符'],
  ['older', '程序版本较早，还不能一起查'],
  ['newer', '程序版本较新，本库升级以后才能一起查'],
];

/** What is said of the libraries that were not searched, for the line that is read aloud; '' when all were. */
export function remarkOn(reports: readonly LibraryReport[]): string {
  const names = silentOnes(reports).map(({ place }) => place.name);
  if (names.length === 0) return '';
  return names.length <= MOST_NAMED
    ? `没有查到${names.join('、')}的。`
    : `有 ${names.length} 个文库没有查到。`;
}

/** Names in the line that is read aloud. */
const MOST_NAMED = 3;

const silentOnes = (reports: readonly LibraryReport[]): LibraryReport[] =>
  reports.filter(({ outcome }) => typeof outcome === 'string');

function element(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

function linkTo(place: LibraryPlace, q: string): HTMLElement {
  const link = element('a', '', place.name);
  link.setAttribute('href', searchAddress(place, q));
  return link;
}

function button(text: string, press: () => void): HTMLElement {
  const made = element('button', 'button', text);
  made.setAttribute('type', 'button');
  made.addEventListener('click', press);
  return made;
}

/** Libraries listed at once; the rest unfolds. */
const MOST_LISTED = 6;

const byCount = (a: LibraryReport, b: LibraryReport): number =>
  Number(b.place.own) - Number(a.place.own) || Number(b.outcome) - Number(a.outcome);

function countList(reports: readonly LibraryReport[], q: string): HTMLElement {
  const items = reports.map(({ place, outcome }) => {
    const count = element('span', 'count', `${outcome} 份`);
    return element('li', '', place.own ? '本库' : linkTo(place, q), count);
  });
  return element('ul', 'library-counts', ...items);
}

/** How many documents each library that was searched has, the reader's own first, then by how many. */
function counted(reports: readonly LibraryReport[], q: string): HTMLElement[] {
  const answered = reports.filter(({ outcome }) => typeof outcome === 'number').sort(byCount);
  const rest = answered.slice(MOST_LISTED);
  const first = countList(answered.slice(0, MOST_LISTED), q);
  if (rest.length === 0) return [first];
  const summary = element('summary', '', `其余 ${rest.length} 个文库`);
  return [first, element('details', 'library-rest', summary, countList(rest, q))];
}

/** Libraries that were not searched for one reason, each as a link to its own search page. */
function silent(reports: readonly LibraryReport[], why: string, q: string): HTMLElement {
  const names = reports.flatMap(({ place }, index) => [index === 0 ? '' : '、', linkTo(place, q)]);
  return element('p', 'library-silent', '没有查到 ', ...names, ` 的：${why}。`);
}

/** Once a late library has answered after all, offers to add what it has; never moves hits under the reader's eyes. */
function offerLate(note: HTMLElement, reports: readonly LibraryReport[], again: () => void): void {
  const came: string[] = [];
  const offer = element('span', 'library-offer');
  for (const { arrived, place } of reports) {
    void arrived?.then((answered) => {
      if (!answered) return;
      came.push(place.name);
      const text = came.length <= MOST_NAMED ? came.join('、') : `${came.length} 个文库`;
      offer.replaceChildren(`${text}的结果到了 `, button('加入', again));
      note.append(offer);
    });
  }
}

/** Everything that is said of a search. `again` searches once more, asking afresh whatever had failed. */
export function libraryNotes(reports: readonly LibraryReport[], q: string, again: () => void): HTMLElement[] {
  const notes = WHY.flatMap(([trouble, why]) => {
    const those = reports.filter(({ outcome }) => outcome === trouble);
    if (those.length === 0) return [];
    const note = silent(those, why, q);
    if (trouble === 'late') offerLate(note, those, again);
    return [note];
  });
  const failed = silentOnes(reports).some(({ outcome }) => outcome !== 'late');
  return [...counted(reports, q), ...notes, ...(failed ? [button('再查一次', again)] : [])];
}
