'use client';

import { Section } from '@/components/ui/section';
import { useWorld } from '@/queries/use-world';
import { BrowserSettings } from './browser-settings';
import styles from './settings.module.css';
import { WorldForm } from './world-form';
import { WorldsTable } from './worlds-table';

/** What people set: for this browser alone, and for a world and everybody in it. */
export function SettingsPage() {
  const world = useWorld();
  return (
    <div className={styles.page}>
      <h1>Settings</h1>
      <Section id="world" heading="This account and region" note="for everyone">
        <WorldForm world={world} />
      </Section>
      <Section id="browser" heading="This browser" note="kept here, for you">
        <BrowserSettings />
      </Section>
      <Section id="worlds" heading="Named accounts and regions">
        <WorldsTable world={world} />
      </Section>
    </div>
  );
}
