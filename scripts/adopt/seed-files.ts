import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { COLLECTIONS } from '../../src/core/collections.ts';
import { CONTENT_FILES } from '../../src/core/content-files.ts';
import { INBOX } from '../../src/core/inbox.ts';
import { writeSnapshot } from '../citations/content-snapshot.ts';

/** The one source file that an office edits. */
export const SETTINGS_FILE = 'src/site.config.ts';

/** Folders that belong to an office: they stay, empty, and begin anew. */
const EMPTIED: readonly string[] = [...COLLECTIONS, CONTENT_FILES].map((folder) => `content/${folder}`);
/** Where Word files wait to be converted; what explains the folder stays. */
const WAITING = `content/${INBOX}`;
/** What an office has published, what it lets pass, and tests of its texts. */
const REMOVED: readonly string[] = ['content/addresses.yml', 'content/exceptions.yml', 'tests/office'];

/** Git keeps no empty folder, and without the collections' folders a clone has no content folder. */
const KEEP = '.gitkeep';

const REGISTER = 'content/agencies.yml';
/** What `npm run citations -- --snapshot` wrote of the content. */
const SNAPSHOT = 'tests/citations/content.txt';

const AGENCIES = `# 机关代字表：每个代字属于哪个机关，凭什么这样说。例如：
# - code: 云教研字
#   issuer: 云岭区教研室
#   level: 县级
#   region: 云岭区
#   certainty: 有据
#   basis: 云教研字〔2012〕3号的落款
`;

/**
 * Files of the office that has the library now, by their paths below the project's root with forward slashes, in byte order.
 * What explains a folder, or holds it open, is none of them.
 */
export async function seedFiles(root: string): Promise<string[]> {
  const listed = await Promise.all([...EMPTIED, WAITING, ...REMOVED].map((at) => filesAt(root, at)));
  return listed
    .flat()
    .filter((file) => path.posix.basename(file) !== KEEP && !isExplanation(file))
    .sort();
}

function isExplanation(file: string): boolean {
  return file.startsWith(`${WAITING}/`) && /^readme\b/i.test(path.posix.basename(file));
}

/** Texts to write in their place: an empty register of codes, no finds of citations, and what holds the folders open. */
export function blankFiles(): { path: string; text: string }[] {
  return [
    ...EMPTIED.map((folder) => ({ path: `${folder}/${KEEP}`, text: '' })),
    { path: REGISTER, text: AGENCIES },
    { path: SNAPSHOT, text: writeSnapshot([]) },
  ];
}

/** Everything that taking over may change, for the question whether it is all committed, and for undoing it. */
export const TOUCHED: readonly string[] = [
  ...EMPTIED,
  WAITING,
  ...REMOVED,
  REGISTER,
  SNAPSHOT,
  SETTINGS_FILE,
];

async function filesAt(root: string, at: string): Promise<string[]> {
  const full = path.join(root, at);
  const parent = await readdir(path.dirname(full), { withFileTypes: true }).catch((): Dirent[] => []);
  const entry = parent.find(({ name }) => name === path.basename(full));
  if (!entry) return [];
  if (!entry.isDirectory()) return [at];
  const entries = await readdir(full, { recursive: true, withFileTypes: true });
  return entries
    .filter((each) => !each.isDirectory())
    .map(({ parentPath, name }) =>
      path.relative(root, path.join(parentPath, name)).split(path.sep).join('/'),
    );
}
