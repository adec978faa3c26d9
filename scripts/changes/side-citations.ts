import type { SideCitation } from '../../src/changes/side.ts';
import { deadMark } from '../../src/core/citing-standing.ts';
import type { Citation, Library } from '../../src/core/library.ts';
import { issueMoment } from '../../src/core/moments.ts';
import { normalizeTitle } from '../../src/core/normalize-title.ts';
import { numberKey } from '../../src/core/number-key.ts';
import { STATE_LABELS } from '../../src/core/register-labels.ts';

/** The library's citations in words, each with the mark that its link bears. */
export function sideCitations({ citations, byId }: Library): SideCitation[] {
  return citations.map((citation) => {
    const { from, to, canonical, title, clause, sentence, resolved } = citation;
    const [citing, cited] = [byId.get(from), to === null ? undefined : byId.get(to)];
    const mark = cited && deadMark(cited, citing && issueMoment(citing));
    return {
      ...{ from, to, clause, sentence },
      thing: canonical === null ? normalizeTitle(title ?? '') : numberKey(canonical),
      name: nameOf(citation),
      state: mark === undefined ? STATE_LABELS[resolved] : `${STATE_LABELS[resolved]}，${mark}`,
    };
  });
}

function nameOf({ title, canonical, raw }: Citation): string {
  if (title === null) return canonical ?? raw;
  return canonical === null ? `《${title}》` : `《${title}》（${canonical}）`;
}
