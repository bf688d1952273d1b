import { z } from 'zod';
import { pageSizes, wholeList } from '@/contract/flows-query';

/** The columns of the list, in their usual order. */
export const columnIds = [
  'name',
  'status',
  'trigger',
  'route',
  'lastRun',
  'nextRun',
  'by',
  'tags',
  'owner',
  'created',
  'updated',
  'actions',
] as const;
export type ColumnId = (typeof columnIds)[number];

const hiddenAtFirst: ReadonlySet<string> = new Set(['by', 'tags', 'owner', 'created', 'updated']);

const Preferences = z.object({
  columns: z.array(z.object({ id: z.enum(columnIds), visible: z.boolean() })),
  density: z.enum(['comfortable', 'compact']),
  wrapsLines: z.boolean(),
  size: z.union(pageSizes.map((size) => z.literal(size))),
});
/** How a reader wants lists to look. */
export type Preferences = z.infer<typeof Preferences>;

export const usualPreferences: Preferences = {
  columns: columnIds.map((id) => ({ id, visible: !hiddenAtFirst.has(id) })),
  density: 'comfortable',
  wrapsLines: false,
  size: wholeList.size,
};

/** The cookie that keeps them in the browser: the one store that the server can read before the page is painted. */
export const preferencesCookie = 'sluice.list';

/** What a cookie holds, or what is usual; columns that it does not know yet come at their end, before the actions. */
export function preferencesFrom(cookie: string | undefined): Preferences {
  try {
    const kept = Preferences.partial().parse(JSON.parse(decodeURIComponent(cookie ?? '')));
    return { ...usualPreferences, ...kept, columns: withAll(kept.columns ?? []) };
  } catch {
    return usualPreferences;
  }
}

function withAll(columns: Preferences['columns']): Preferences['columns'] {
  const known = columns.filter(
    ({ id }, index) => id !== 'actions' && columns.findIndex((other) => other.id === id) === index,
  );
  const missing = usualPreferences.columns.filter(({ id }) => known.every((column) => column.id !== id));
  return [...known, ...missing].map(({ id, visible }) => ({
    id,
    visible: visible || id === 'name' || id === 'actions',
  }));
}

const yearS = 365 * 24 * 60 * 60;

let haveChanged = false;

/** How lists look now. `kept` is what the server knew of it when it made a page, which may have been before they were changed here. */
export function preferencesNow(kept: Preferences): Preferences {
  if (!haveChanged) return kept;
  const cookie = document.cookie.split('; ').find((each) => each.startsWith(`${preferencesCookie}=`));
  return preferencesFrom(cookie?.slice(preferencesCookie.length + 1));
}

export function storePreferences(preferences: Preferences): void {
  haveChanged = true;
  const text = encodeURIComponent(JSON.stringify(preferences));
  document.cookie = `${preferencesCookie}=${text}; path=/; max-age=${yearS}; samesite=lax`;
}
