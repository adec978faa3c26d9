/**
 * What `Map.groupBy` does, for code that runs in the browser: that is younger (Chrome 117, Safari 17.4) than the
 * browsers that offices run. Groups are in the order of their first members.
 */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
