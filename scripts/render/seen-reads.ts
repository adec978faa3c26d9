/** What pages read of the site, as a ledger keeps it, and which of it a later build sees differently. */

/** A read with what it gave, as one text. */
export const seenRead = (name: string, digest: string): string => `${digest} ${name}`;

const nameOf = (seen: string): string => seen.slice(seen.indexOf(' ') + 1);

/** Of reads as `seenRead` writes them, those that give the same today; `digestsOf` answers reads by their names. */
export async function sameReads(
  seen: readonly string[],
  digestsOf: (names: readonly string[]) => Promise<readonly (string | undefined)[]>,
): Promise<ReadonlySet<string>> {
  const digests = await digestsOf(seen.map(nameOf));
  return new Set(seen.filter((text, at) => text === seenRead(nameOf(text), digests[at] ?? '')));
}
