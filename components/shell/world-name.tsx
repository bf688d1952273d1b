'use client';

import type { WorldSettings } from '@/contract/activity';
import type { World } from '@/contract/console';
import { written } from '@/components/words/written';
import { useWorldSettings } from '@/queries/worlds';
import styles from './world-name.module.css';

/** The name that people gave a world, in its colour; nothing where they gave none. */
export function WorldBadge({ settings: { name, color } }: { settings: WorldSettings }) {
  if (name === undefined && color === undefined) return null;
  return (
    <span className={styles.badge} data-color={color ?? 'grey'} data-world-color={color}>
      {name === undefined ? color : written(name)}
    </span>
  );
}

/** A world as people know it: its name in its colour, then account and region. */
export function WorldName({ world }: { world: World }) {
  const settings = useWorldSettings(world);
  return (
    <span className={styles.world}>
      <WorldBadge settings={settings} />
      <span className={styles.place}>
        {world.account} / {world.region}
      </span>
    </span>
  );
}
