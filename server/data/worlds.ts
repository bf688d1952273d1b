import { usualSettings, WorldSettings, type WorldsRead } from '@/contract/activity';
import type { PrismaClient } from '@/generated/prisma/client';

/** More than anyone names; test workers make worlds by the thousand, but set nothing for them. */
const WORLDS_LIMIT = 1_000;

export interface WorldsRepository {
  /** The worlds for which people have set something, by account and region. */
  settings(): Promise<WorldsRead['worlds']>;
}

export interface WorldSettingsRow {
  name: string | null;
  color: string | null;
  reasonRequired: unknown;
}

export function toWorldSettings(row: WorldSettingsRow | undefined): WorldSettings {
  return row
    ? WorldSettings.parse({
        name: row.name ?? undefined,
        color: row.color ?? undefined,
        reasonRequired: Boolean(row.reasonRequired),
      })
    : usualSettings;
}

export function worldsRepository(reader: PrismaClient): WorldsRepository {
  return {
    async settings() {
      const rows = await reader.world.findMany({
        orderBy: [{ account: 'asc' }, { region: 'asc' }],
        take: WORLDS_LIMIT,
      });
      return rows.map((row) => ({ account: row.account, region: row.region, ...toWorldSettings(row) }));
    },
  };
}
