import type Sqlite from 'better-sqlite3';
import { changeInWords } from '../domain/world-settings';
import type { WorldSubmission } from './data';
import type { Matter } from './matter';
import type { Statements } from './statements';
import { toWorldSettings, type WorldSettingsRow } from './worlds';

/** Makes the matters of worlds: what people have set for an account and region. */
export function worldMatters(database: Sqlite.Database, statements: Statements) {
  const selectWorld = database.prepare<string[], WorldSettingsRow>(
    'SELECT name, color, reasonRequired FROM "World" WHERE account = ? AND region = ?',
  );

  return ({ world, command }: WorldSubmission): Matter => ({
    told: {},
    takesTokenAgain: false,
    decide() {
      const { settings } = command;
      const detail = changeInWords(toWorldSettings(selectWorld.get(world.account, world.region)), settings);
      return {
        outcome: detail === undefined ? 'unchanged' : 'changed',
        answer: undefined,
        told: { detail: detail ?? null },
        save: () => {
          statements.run(
            `INSERT INTO "World" (account, region, name, color, reasonRequired) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (account, region) DO UPDATE SET
               name = excluded.name, color = excluded.color, reasonRequired = excluded.reasonRequired`,
            world.account,
            world.region,
            settings.name ?? null,
            settings.color ?? null,
            Number(settings.reasonRequired),
          );
        },
      };
    },
  });
}
