import type { Root } from 'mdast';
import { parseBody } from './parse.ts';
import type { SyntaxProblem } from './syntax-problem.ts';

/** A body with everything that is wrong with its syntax, and the tree of all that could be read. */
export interface RecoveredBody {
  tree: Root;
  /** In the order in which the parser met them; empty for a well-formed body. */
  problems: SyntaxProblem[];
}

/** Each problem costs one more parse of the body; a file with more faults than this is mended in two rounds. */
const MOST_PROBLEMS = 20;

/**
 * Parses a body and goes on after a fault, so that an author sees all faults at once: the paragraph at fault is
 * blanked, its line breaks kept, and the rest parsed again. For the check only: a page is never made from the result.
 */
export function parseAll(body: string): RecoveredBody {
  const lines = body.includes('\r') ? body.split(/\r\n|\n|\r/) : body.split('\n');
  const problems: SyntaxProblem[] = [];
  while (problems.length < MOST_PROBLEMS) {
    const parsed = parseBody(lines.join('\n'));
    if (parsed.ok) return { tree: parsed.tree, problems };
    problems.push(parsed.problem);
    if (!blankBlock(lines, parsed.problem.line)) break;
  }
  return { tree: { type: 'root', children: [] }, problems };
}

/** Empties the lines around a 1-based line up to the next blank ones; false when there was nothing to empty. */
function blankBlock(lines: string[], line: number): boolean {
  let changed = false;
  for (const step of [-1, 1]) {
    for (let at = line - 1 + (step > 0 ? 1 : 0); (lines[at] ?? '').trim() !== ''; at += step) {
      lines[at] = '';
      changed = true;
    }
  }
  return changed;
}
