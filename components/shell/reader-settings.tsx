'use client';

import { applyDensity, Density } from '@cloudscape-design/global-styles';
import { useLayoutEffect } from 'react';
import { storeText, useStoredText } from '@/components/ui/stored-text';
import { tellTimesIn } from '@/components/words/time';
import { densityStorageKey, timeZoneStorageKey } from './theme-key';

/** Whether a text names a time zone that this browser knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name !== '';
  } catch {
    return false;
  }
}

function takeTimeZone(name: string | undefined): void {
  tellTimesIn(name !== undefined && isTimeZone(name) ? name : undefined);
}

// Before anything is shown, so that no time is first told in another zone.
if (typeof window !== 'undefined') {
  try {
    takeTimeZone(localStorage.getItem(timeZoneStorageKey) ?? undefined);
  } catch {
    // Storage is blocked: the browser's own zone.
  }
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === timeZoneStorageKey) takeTimeZone(newValue ?? undefined);
  });
}

/** The time zone in which this browser's reader wants times; undefined is the browser's own. */
export function useTimeZone(): [
  timeZone: string | undefined,
  setTimeZone: (name: string | undefined) => void,
] {
  const stored = useStoredText(timeZoneStorageKey);
  return [
    stored,
    (name) => {
      takeTimeZone(name);
      storeText(timeZoneStorageKey, name);
    },
  ];
}

/** How close lines stand: "compact", or undefined for comfortable. */
export function useDensity(): [
  density: string | undefined,
  setDensity: (density: 'compact' | undefined) => void,
] {
  return [useStoredText(densityStorageKey), (density) => storeText(densityStorageKey, density)];
}

/** Has the page stand as close as its reader wants; shows nothing. */
export function ReaderSettings() {
  const [density] = useDensity();
  useLayoutEffect(() => {
    applyDensity(density === 'compact' ? Density.Compact : Density.Comfortable);
  }, [density]);
  return null;
}
