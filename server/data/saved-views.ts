import type Sqlite from 'better-sqlite3';
import type { World } from '@/contract/console';
import { type SavedView, type ViewChange, viewsLimit } from '@/contract/saved-views';

/** What came of a change of a view. */
type ViewOutcome = 'done' | 'name-taken' | 'no-such-view' | 'too-many';

export interface SavedViewsRepository {
  /** The views of a world, by name. */
  list(world: World): SavedView[];
  /** Changes one, committed when it returns; `now` in epoch milliseconds. */
  change(world: World, change: ViewChange, by: string, now: number): ViewOutcome;
}

/** Views are written on the writer's own connection, between its batches: each change is one statement. */
export function savedViewsRepository(reader: Sqlite.Database, writer: Sqlite.Database): SavedViewsRepository {
  const select = reader.prepare<string[], SavedView>(
    `SELECT name, search, savedBy AS by, savedAt AS at FROM "SavedView" WHERE account = ? AND region = ? ORDER BY name`,
  );
  const insert = writer.prepare<(string | number)[]>(
    `INSERT INTO "SavedView" (account, region, name, search, savedBy, savedAt) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const replace = writer.prepare<(string | number)[]>(
    `UPDATE "SavedView" SET search = ?, savedBy = ?, savedAt = ? WHERE account = ? AND region = ? AND name = ?`,
  );
  const rename = writer.prepare<(string | number)[]>(
    `UPDATE "SavedView" SET name = ?, savedBy = ?, savedAt = ? WHERE account = ? AND region = ? AND name = ?`,
  );
  const remove = writer.prepare<string[]>(
    'DELETE FROM "SavedView" WHERE account = ? AND region = ? AND name = ?',
  );

  return {
    list: ({ account, region }) => select.all(account, region),

    change({ account, region }, change, by, now) {
      const place = [account, region, change.name] as const;
      const known = select.all(account, region);
      const found = (isFound: boolean): ViewOutcome => (isFound ? 'done' : 'no-such-view');
      switch (change.action) {
        case 'save':
          if (known.length >= viewsLimit) return 'too-many';
          return insert.run(...place, change.search, by, now).changes > 0 ? 'done' : 'name-taken';
        case 'replace':
          return found(replace.run(change.search, by, now, ...place).changes > 0);
        case 'rename':
          if (change.to !== change.name && known.some(({ name }) => name === change.to)) return 'name-taken';
          return found(rename.run(change.to, by, now, ...place).changes > 0);
        case 'delete':
          return found(remove.run(...place).changes > 0);
      }
    },
  };
}
