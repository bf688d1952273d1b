import { type RefObject, useEffect, useRef, useState } from 'react';
import { useWorkedIn } from '@/components/flows/use-worked-in';
import type { ActivityQuery } from '@/contract/activity';
import type { World } from '@/contract/console';
import { useNewActivity } from '@/queries/activity';

interface NewEvents {
  /** Around the rows and what lies over them. */
  box: RefObject<HTMLDivElement | null>;
  /** Stands above the rows. */
  top: RefObject<HTMLDivElement | null>;
  /** What waits, in words; undefined while nothing does. */
  waiting: string | undefined;
  show: () => void;
  /** When the new events were read last. */
  newAsOf: number | undefined;
}

/**
 * New events come in above the others by themselves, unless somebody reads what they would move: the pointer or the keyboard is in the
 * rows, their top is scrolled out of view, or `isHeld`. Then they wait behind a button.
 */
export function useNewEvents(world: World, query: ActivityQuery, isHeld: boolean): NewEvents {
  const { count, isMore, asOf, show } = useNewActivity(world, query);
  const { box, isWorkedIn } = useWorkedIn();
  const top = useRef<HTMLDivElement>(null);
  const isTopInView = useInView(top);
  const waits = isHeld || isWorkedIn || !isTopInView;

  const showNow = useRef(show);
  useEffect(() => {
    showNow.current = show;
  });
  useEffect(() => {
    if (count > 0 && !waits) void showNow.current();
  }, [count, waits]);

  const goesThere = useRef(false);
  useEffect(() => {
    if (count > 0 || !goesThere.current) return;
    goesThere.current = false;
    top.current?.scrollIntoView({ block: 'nearest' });
    // The button that had the focus is gone.
    box.current?.querySelector<HTMLElement>('tbody button')?.focus();
  }, [count, box]);

  return {
    box,
    top,
    waiting: waits && count > 0 ? inWords(count, isMore) : undefined,
    show: () => {
      goesThere.current = true;
      void show();
    },
    newAsOf: asOf,
  };
}

function inWords(count: number, isMore: boolean): string {
  if (isMore) return `Show more than ${count} new events`;
  return count === 1 ? 'Show 1 new event' : `Show ${count} new events`;
}

function useInView(element: RefObject<HTMLElement | null>): boolean {
  const [isInView, setInView] = useState(true);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new IntersectionObserver(([entry]) => setInView(entry?.isIntersecting ?? true));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isInView;
}
