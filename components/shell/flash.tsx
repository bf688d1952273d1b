'use client';

import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useSyncExternalStore } from 'react';
import { announce } from '@/components/ui/announcer';
import styles from './flash.module.css';

/** What was just done, and how to take it back. */
interface Flash {
  id: number;
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
  announce(text);
  count += 1;
  show({ id: count, text, undo });
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

function Shown({ text, undo }: Flash) {
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.querySelector(`.${styles.flash}:is(:hover, :focus-within)`)) show(undefined);
    }, shownForMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <section className={styles.flash} aria-label="What was done">
      <StatusIndicator type="success">{text}</StatusIndicator>
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
