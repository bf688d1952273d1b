'use client';

import { applyMode, Mode } from '@cloudscape-design/global-styles';
import { useLayoutEffect } from 'react';
import { PanelButton } from '@/components/ui/panel-button';
import { storeText, useStoredText } from '@/components/ui/stored-text';
import styles from './strip.module.css';
import { themeStorageKey } from './theme-key';

const themes = [
  { theme: undefined, text: 'As the system' },
  { theme: 'light', text: 'Light' },
  { theme: 'dark', text: 'Dark' },
] as const;

function apply(theme: string | undefined, systemIsDark: boolean): void {
  const isDark = theme === 'dark' || (theme !== 'light' && systemIsDark);
  applyMode(isDark ? Mode.Dark : Mode.Light);
  document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
}

/** The choice of a theme, light, dark, or as the system; kept in this browser. `name` tells radio buttons on one page apart. */
export function ThemeChoice({ name }: { name: string }) {
  const stored = useStoredText(themeStorageKey);
  return (
    <fieldset className={styles.choices}>
      <legend>Theme</legend>
      {themes.map(({ theme, text }) => (
        <label key={text}>
          <input
            type="radio"
            name={name}
            checked={theme === stored}
            onChange={() => storeText(themeStorageKey, theme)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

/** Puts the page into the chosen theme, and has a button that opens the choice. */
export function ThemeSwitch() {
  const stored = useStoredText(themeStorageKey);

  useLayoutEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const update = () => apply(stored, system.matches);
    update();
    system.addEventListener('change', update);
    return () => system.removeEventListener('change', update);
  }, [stored]);

  return (
    <PanelButton
      className={styles.iconButton}
      label="Theme"
      title="Theme"
      panel={<ThemeChoice name="theme-of-strip" />}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
      </svg>
    </PanelButton>
  );
}
