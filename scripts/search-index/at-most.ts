/** Runs work on many things at the same time, but on no more than a few. */

/** Gives the results in order of `items`, which are asked for one by one. Rejects with the first failure. */
export async function mapAtMost<Item, Result>(
  count: number,
  items: Iterable<Item>,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const iterator = items[Symbol.iterator]();
  let begun = 0;
  const runOne = async (): Promise<void> => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) {
      const index = begun++;
      results[index] = await work(next.value, index);
    }
  };
  await Promise.all(Array.from({ length: count }, runOne));
  return results;
}
