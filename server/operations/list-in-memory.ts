/** Fetches pages of a list in memory, in the order of its keys: what readPage asks a repository for otherwise. */
export function listInMemory<Item>(list: readonly Item[], keyOf: (item: Item) => string) {
  const inOrder = list
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  return (after: string | undefined, limit: number): Promise<Item[]> =>
    Promise.resolve(
      inOrder
        .filter(({ key }) => after === undefined || key > after)
        .slice(0, limit)
        .map(({ item }) => item),
    );
}
