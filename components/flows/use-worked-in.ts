import { type RefObject, useEffect, useRef, useState } from 'react';

/** Where rows are, and what is laid over them. */
const rowsSelector = 'tbody, [data-over-rows]';

function isInRows(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(rowsSelector) !== null;
}

/**
 * Whether someone is working in the rows of a table: the pointer is over them, or the keyboard is used in them. A focus that a click
 * or a closed dialog has left behind is not work.
 */
export function useWorkedIn(): { box: RefObject<HTMLDivElement | null>; isWorkedIn: boolean } {
  const box = useRef<HTMLDivElement>(null);
  const [isPointed, setPointed] = useState(false);
  const [isTyped, setTyped] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const end = new AbortController();
    // Of the browser, not of React, whose events also come from dialogs that are opened in a row.
    const on = <Name extends keyof HTMLElementEventMap>(
      name: Name,
      listener: (event: HTMLElementEventMap[Name]) => void,
    ) => element.addEventListener(name, listener, { signal: end.signal });
    on('pointerover', ({ target }) => setPointed(isInRows(target)));
    on('pointerleave', () => setPointed(false));
    on('keyup', ({ target }) => setTyped(isInRows(target)));
    on('focusout', ({ relatedTarget }) => {
      if (!isInRows(relatedTarget)) setTyped(false);
    });
    return () => end.abort();
  }, []);
  return { box, isWorkedIn: isPointed || isTyped };
}
