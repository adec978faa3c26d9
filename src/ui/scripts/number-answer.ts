/** Looks a typed number up and shows on the page what it leads to; shared by /n/ and the page for wrong addresses. */
import {
  type KnownNumber,
  type NumberAnswer,
  type NumberOption,
  numberLookup,
} from '../../core/number-lookup.ts';
import { siteAddress } from '../search/site-address.ts';

const base = document.documentElement.dataset['base'] ?? '/';

let loading: Promise<(typed: string) => NumberAnswer> | undefined;

/** Looks a text up in /api/numbers.json, which is fetched once. Rejects when it can't be read; then asks anew. */
export async function lookUp(typed: string): Promise<NumberAnswer> {
  loading ??= fetch(`${base}api/numbers.json`)
    .then((response) => {
      if (!response.ok) throw new Error(String(response.status));
      return response.json() as Promise<Record<string, KnownNumber>>;
    })
    .then(numberLookup);
  try {
    return (await loading)(typed);
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

/**
 * Says what there is, with links; a number that is found is gone to at once. `rest` is the query and the fragment to go
 * there with: the words to mark and the clause that the address named.
 */
export function showAnswer(answer: NumberAnswer, place: HTMLElement, rest = ''): void {
  if (answer.kind === 'found') {
    location.replace(siteAddress(answer.option.url) + rest);
    place.replaceChildren(paragraph('转到 ', link(answer.option, rest)));
  } else if (answer.kind === 'choice') {
    const more = answer.more > 0 ? `还有 ${answer.more} 个，请写得更全。` : '';
    place.replaceChildren(paragraph(`可能是以下文号，请选择。${more}`), list(answer.options));
  } else if (answer.kind === 'unknown') {
    place.replaceChildren(
      paragraph(`本库没有 ${answer.canonical}，库中文件也没有引用过它。`),
      search(answer.canonical),
    );
    if (answer.near.length > 0)
      place.append(paragraph('相近的文号，可供核对有没有写错：'), list(answer.near));
  } else {
    place.replaceChildren(paragraph('没有看出文号。文号如 云教发〔2012〕3号，括号、空格怎样写都行。'));
  }
}

function link({ canonical, url }: NumberOption, rest = ''): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = siteAddress(url) + rest;
  anchor.className = 'number';
  anchor.textContent = canonical;
  return anchor;
}

function search(words: string): HTMLElement {
  const anchor = document.createElement('a');
  anchor.href = `${siteAddress(`${base}search/`)}?q=${encodeURIComponent(words)}`;
  anchor.textContent = `在全文中检索“${words}”`;
  return paragraph(anchor);
}

function list(options: readonly NumberOption[]): HTMLElement {
  const list = document.createElement('ul');
  for (const option of options) {
    const item = document.createElement('li');
    item.append(link(option), option.held ? '' : '（未收录，有引用者）');
    list.append(item);
  }
  return list;
}

function paragraph(...content: (string | Node)[]): HTMLElement {
  const made = document.createElement('p');
  made.append(...content);
  return made;
}
