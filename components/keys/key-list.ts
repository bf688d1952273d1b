export interface Key {
  /** As `KeyboardEvent.key` names them; any one of them does it. Two with a blank are pressed one after the other. */
  press: readonly string[];
  does: string;
}

/** Every key of the console: what is listened to is what the dialog lists. */
export const keyGroups = [
  {
    title: 'Everywhere',
    keys: {
      help: { press: ['?'], does: 'Lists these keys' },
      find: { press: ['/'], does: 'Goes to the search of the page' },
      create: { press: ['c'], does: 'Creates a flow' },
      overview: { press: ['g o'], does: 'Goes to the overview' },
      flows: { press: ['g f'], does: 'Goes to the flows' },
      activity: { press: ['g a'], does: 'Goes to the activity' },
      bulk: { press: ['g b'], does: 'Goes to the bulk actions' },
      settings: { press: ['g s'], does: 'Goes to the settings' },
    },
  },
  {
    title: 'In a row, and on a flow’s page',
    keys: {
      open: { press: ['Enter'], does: 'Opens the flow' },
      stop: { press: ['s'], does: 'Stops the flow; asks before' },
      start: { press: ['r'], does: 'Starts or runs the flow; asks before' },
      edit: { press: ['e'], does: 'Edits the flow, on its page' },
    },
  },
  {
    title: 'While you search or are asked',
    keys: {
      leave: { press: ['Escape'], does: 'Closes a dialog; from an empty search leads to the list' },
    },
  },
  {
    title: 'In the list of flows',
    keys: {
      nextRow: { press: ['j', 'ArrowDown'], does: 'Goes to the next flow; J also into the list' },
      previousRow: { press: ['k', 'ArrowUp'], does: 'Goes to the flow before' },
      firstRow: { press: ['Home'], does: 'Goes to the first flow of the page' },
      lastRow: { press: ['End'], does: 'Goes to the last flow of the page' },
      nextControl: { press: ['ArrowRight'], does: 'Goes to the next link or button of the row' },
      previousControl: { press: ['ArrowLeft'], does: 'Goes to the one before' },
      select: { press: ['x'], does: 'Selects the flow, or no longer' },
      selection: { press: ['b'], does: 'Goes to what can be done with the selected flows' },
      nextPage: { press: ['n'], does: 'Shows the next page' },
      previousPage: { press: ['p'], does: 'Shows the page before' },
      showNew: { press: ['u'], does: 'Shows new flows that wait' },
    },
  },
] as const satisfies readonly { title: string; keys: Record<string, Key> }[];

type KeysOf<Group> = Group extends { keys: infer Keys } ? keyof Keys : never;
export type KeyId = KeysOf<(typeof keyGroups)[number]>;

const byPress: ReadonlyMap<string, KeyId> = new Map(
  keyGroups.flatMap(({ keys }) =>
    Object.entries<Key>(keys).flatMap(([id, { press }]) => press.map((key) => [key, id as KeyId] as const)),
  ),
);

/** What a key, or two keys one after the other, stand for. */
export function keyFor(press: string): KeyId | undefined {
  return byPress.get(press);
}

/** Whether a key may be the first of two. */
export function isPrefix(key: string): boolean {
  return [...byPress.keys()].some((press) => press.startsWith(`${key} `));
}

const caps: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** What stands on a key. */
export function capOf(key: string): string {
  return caps[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
