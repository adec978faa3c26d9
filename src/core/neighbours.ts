/** The libraries of other offices that are searched together with this one, and what is wrong with their settings. */

/** A library under another path of the same host; a value of `neighbours` in src/site.config.ts. */
export interface Neighbour {
  /** Its name as readers know it; hits and messages name it. */
  name: string;
  /** Where it lies on this host: its own base path, with a slash at each end. */
  path: string;
}

/** Each is asked for its own index: more than these at once would keep a browser on a slow line waiting. */
export const MOST_NEIGHBOURS = 50;

const LONGEST_NAME = 40;
const PATH = /^\/(?:[\w\-.~]+\/)*$/;

/**
 * The libraries to offer beside the one at `base`, a path with a slash at each end: a list that all offices of a host share
 * may name that one too.
 */
export function neighboursOf(neighbours: readonly Neighbour[] = [], base: string): Neighbour[] {
  return neighbours.filter(({ path }) => path !== base);
}

/** What is wrong with the settings, each as 发现…，应为…。改法：…. */
export function neighbourProblems(neighbours: readonly Neighbour[] = []): string[] {
  const many = neighbours.length > MOST_NEIGHBOURS;
  return [
    ...(many
      ? [
          `发现 src/site.config.ts 里 neighbours 有 ${neighbours.length} 个文库，应为 ${MOST_NEIGHBOURS} 个以内。改法：只留读者常一起查的。`,
        ]
      : []),
    ...neighbours.flatMap((neighbour, index) => [
      ...nameProblem(neighbour, index, neighbours),
      ...pathProblem(neighbour, index, neighbours),
    ]),
  ];
}

const said = (index: number, key: keyof Neighbour, value: unknown): string =>
  `发现 src/site.config.ts 里 neighbours 第 ${index + 1} 个的 ${key} 是“${String(value ?? '')}”`;

const earlier = (all: readonly Neighbour[], index: number, key: keyof Neighbour): boolean =>
  all.slice(0, index).some((other) => other[key] === all[index]?.[key]);

function nameProblem({ name }: Neighbour, index: number, all: readonly Neighbour[]): string[] {
  const found = said(index, 'name', name);
  const fits = typeof name === 'string' && name.trim() !== '' && [...name].length <= LONGEST_NAME;
  if (!fits || /\p{Cc}/u.test(name))
    return [
      `${found}，应为那个文库的名称，一行，不超过 ${LONGEST_NAME} 字。改法：照它网页上方的名称写，例如 鹤鸣区教研文库。`,
    ];
  return earlier(all, index, 'name')
    ? [`${found}，与前面的重名，应为各不相同的名称。改法：写明是哪个区的，或删去重复的一个。`]
    : [];
}

function pathProblem({ path }: Neighbour, index: number, all: readonly Neighbour[]): string[] {
  const found = said(index, 'path', path);
  if (/^[a-z]+:\/\//i.test(path))
    return [
      `${found}，应为同一域名下的路径：网页只取本域名的文件。改法：两个文库放在同一域名下，只写域名以后的部分，例如 /heming/；不在同一域名的不能一起查，删去这一个。`,
    ];
  if (typeof path !== 'string' || !PATH.test(path) || /\/\.{1,2}\//.test(path))
    return [`${found}，应为那个文库的路径，开头结尾都有斜线。改法：照它的 basePath 写，例如 /heming/。`];
  return earlier(all, index, 'path')
    ? [`${found}，与前面的相同，应为各不相同的路径。改法：改正路径，或删去重复的一个。`]
    : [];
}
