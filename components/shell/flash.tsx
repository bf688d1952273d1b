'use client';

import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { usePathname } from 'next/navigation';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { announce } from '@/components/ui/announcer';
import styles from './flash.module.css';

/** What was just done, and how to take it back; or what could not be done. */
interface Flash {
  id: number;
  type: 'success' | 'warning';
  text: string;
  undo: (() => void) | undefined;
  /** The path of the page that it is told on. */
  page: string;
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

/** Says what was done on the page that this leads to. */
export function flashOn(href: string, text: string): void {
  say('success', text, undefined, new URL(href, window.location.href).pathname);
}

/** Says what could not be done, aloud too, in the same place. */
export function warn(text: string): void {
  say('warning', text);
}

function say(
  type: Flash['type'],
  text: string,
  undo?: () => void,
  page: string = window.location.pathname,
): void {
  announce(text);
  count += 1;
  show({ id: count, type, text, undo, page });
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

/** Goes after a while, and with the page that it is told on. */
function Shown({ type, text, undo, page }: Flash) {
  const isThere = usePathname() === page;
  const wasThere = useRef(false);
  useEffect(() => {
    if (wasThere.current && !isThere) show(undefined);
    wasThere.current = isThere;
  }, [isThere]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.querySelector(`.${styles.flash}:is(:hover, :focus-within)`)) show(undefined);
    }, shownForMs);
    return () => clearInterval(timer);
  }, []);
  if (!isThere) return null;
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
