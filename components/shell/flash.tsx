'use client';

import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useSyncExternalStore } from 'react';
import { announce } from '@/components/ui/announcer';
import styles from './flash.module.css';

/** What was just done, and how to take it back; or what could not be done. */
interface Flash {
  id: number;
  type: 'success' | 'warning';
  text: string;
  undo: (() => void) | undefined;
}

/** Long enough to be reached by keyboard; it stays while pointer or focus is on it. */
const shownForMs = 20_000;

let shown: Flash | undefined;
let count = 0;
const listeners = new Set<() => void>();

function show(flash: Flash | undefined): void {
  shown = flash;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says what was done, aloud too, and offers to take it back. The next one takes its place. */
export function flash(text: string, undo?: () => void): void {
  say('success', text, undo);
}

/** Says what could not be done, aloud too, in the same place. */
export function warn(text: string): void {
  say('warning', text);
}

function say(type: Flash['type'], text: string, undo?: () => void): void {
  announce(text);
  count += 1;
  show({ id: count, type, text, undo });
}

/** Where flashes appear: over the foot of the page, so that nothing moves. */
export function FlashBar() {
  const current = useSyncExternalStore(
    subscribe,
    () => shown,
    () => undefined,
  );
  return current === undefined ? null : <Shown key={current.id} {...current} />;
}

function Shown({ type, text, undo }: Flash) {
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.querySelector(`.${styles.flash}:is(:hover, :focus-within)`)) show(undefined);
    }, shownForMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <section className={styles.flash} aria-label={type === 'success' ? 'What was done' : 'What was not done'}>
      <StatusIndicator type={type}>{text}</StatusIndicator>
      <span className={styles.buttons}>
        {undo && (
          <Button
            onClick={() => {
              show(undefined);
              undo();
            }}
          >
            Undo
          </Button>
        )}
        <Button variant="icon" iconName="close" ariaLabel="Dismiss" onClick={() => show(undefined)} />
      </span>
    </section>
  );
}
