'use client';

import { useEffect } from 'react';

/** Where the focus was last, for when it goes with what had it. */
interface Place {
  element: Element;
  /** The page's path. */
  path: string;
  /** From the element outward. */
  around: Element[];
  row?: { inTable: Element; index: number };
}

const focusable = 'a[href], button:enabled:not([aria-disabled="true"]), input:enabled, [tabindex="0"]';

function placeOf(element: Element): Place {
  const around: Element[] = [];
  for (let outer = element.parentElement; outer !== null; outer = outer.parentElement) around.push(outer);
  const row = element.closest('tbody > tr');
  const inTable = row?.closest('table');
  const index = row?.parentElement ? [...row.parentElement.children].indexOf(row) : -1;
  return { element, path: window.location.pathname, around, ...(inTable && { row: { inTable, index } }) };
}

/** What stands beside where the element was: in its row or the one that came there, else around it; undefined where nothing is left. */
function besides({ around, row }: Place): HTMLElement | undefined {
  if (row?.inTable.isConnected) {
    const rows = [...row.inTable.querySelectorAll('tbody > tr')];
    const next = rows[Math.min(row.index, rows.length - 1)];
    const control =
      next?.querySelector<HTMLElement>('a[href]') ?? next?.querySelector<HTMLElement>(focusable);
    if (control) return control;
  }
  const inner = around.slice(0, around.findIndex(isWhole));
  return inner
    .filter(({ isConnected }) => isConnected)
    .map((outer) => outer.querySelector<HTMLElement>(focusable))
    .find((control) => control !== null);
}

/** Of more than a section of the page the first link is nowhere near. */
function isWhole(element: Element, index: number, around: Element[]): boolean {
  return element.id === 'content' || element === document.body || around[index - 1]?.tagName === 'SECTION';
}

/**
 * Where the focus goes from places that went, the last one first, and to the page itself when nothing is near: after a dialog whose opener
 * went too, to the place of the opener. On another page it begins anew, whether that came whole or in parts.
 */
function refuge(places: Place[]): HTMLElement | null {
  if (places.at(-1)?.path !== window.location.pathname) return document.getElementById('content');
  for (const place of places.toReversed()) {
    if (!isGone(place.element) && place.element instanceof HTMLElement) return place.element;
    const control = besides(place);
    if (control) return control;
    if (place.around.some(({ id }) => id === 'content')) break;
  }
  return (
    document.querySelector<HTMLElement>('#content h1[tabindex="-1"]') ?? document.getElementById('content')
  );
}

function hasNoFocus(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function isGone(element: Element): boolean {
  return !element.isConnected || element.matches(':disabled') || !element.checkVisibility();
}

/** Keeps the focus of the keyboard in its place when what had it leaves the page: never at the page's beginning. Shows nothing. */
export function FocusKeeper() {
  useEffect(() => {
    let places: Place[] = [];
    let isAsked = false;
    const end = new AbortController();

    const rescue = () => {
      isAsked = false;
      const last = places.at(-1);
      if (!hasNoFocus() || last === undefined || !isGone(last.element)) return;
      refuge(places)?.focus({ preventScroll: last.row === undefined });
    };
    const ask = () => {
      if (isAsked || !hasNoFocus()) return;
      isAsked = true;
      // Whoever takes something away may set the focus just after.
      requestAnimationFrame(rescue);
    };

    const onFocusIn = ({ target }: FocusEvent) => {
      if (target instanceof Element) places = [...places.slice(-7), placeOf(target)];
    };
    // A focus that somebody takes away with a click is not lost.
    const onFocusOut = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null || !(target instanceof Element)) return;
      requestAnimationFrame(() => {
        if (hasNoFocus() && !isGone(target) && document.hasFocus()) places = [];
      });
    };
    document.addEventListener('focusin', onFocusIn, { signal: end.signal });
    document.addEventListener('focusout', onFocusOut, { signal: end.signal });
    const observer = new MutationObserver(ask);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      observer.disconnect();
      end.abort();
    };
  }, []);
  return null;
}
