import { useEffect, useEffectEvent } from 'react';
import { isPrefix, keyFor, type KeyId } from './key-list';

/** What a key does; false where it does nothing there, so that the browser or somebody else has it. */
type Handler = (event: KeyboardEvent) => boolean;
export type KeyHandlers = Partial<Record<KeyId, Handler>>;

type Taker = (id: KeyId, event: KeyboardEvent) => boolean;

const takers: Taker[] = [];

/** Has keys do something while the component is there; whoever came last is asked first. */
export function useKeys(handlers: KeyHandlers): void {
  const take = useEffectEvent<Taker>((id, event) => handlers[id]?.(event) ?? false);
  useEffect(() => {
    const taker: Taker = (id, event) => take(id, event);
    takers.push(taker);
    return () => {
      takers.splice(takers.indexOf(taker), 1);
    };
  }, []);
}

/** Where letters are typed, or choose by their beginning. */
const typedIn = [
  'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])',
  'textarea',
  'select',
  '[contenteditable="true"]',
  '[role="slider"]',
  '[role="menu"]',
  '[role="listbox"]',
  '[aria-haspopup="listbox"]',
].join(', ');

function isTypedIn({ target }: Event): boolean {
  return target instanceof Element && target.closest(typedIn) !== null;
}

function isDialogOpen(): boolean {
  return [...document.querySelectorAll('dialog[open], [role="dialog"]')].some((dialog) =>
    dialog.checkVisibility(),
  );
}

const secondKeyWithinMs = 1_500;

/**
 * Listens to the keys of the page until the signal. Keys are the browser's and the fields' own while one types, while a dialog is open and
 * with Ctrl, Alt or Meta. `areLettersOff` leaves only keys that type nothing, for those who speak to their computer.
 */
export function listenToKeys(areLettersOff: boolean, signal: AbortSignal): void {
  let prefix = { key: '', at: 0 };

  const idOf = (event: KeyboardEvent): KeyId | undefined => {
    const key = event.key.length === 1 && !event.shiftKey ? event.key.toLowerCase() : event.key;
    if (key.length === 1 && areLettersOff) return undefined;
    const isSecond = prefix.key !== '' && event.timeStamp - prefix.at < secondKeyWithinMs;
    const id = isSecond ? keyFor(`${prefix.key} ${key}`) : keyFor(key);
    prefix = { key: !isSecond && isPrefix(key) ? key : '', at: event.timeStamp };
    return id;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    if (event.isComposing || (hasModifier && !event.getModifierState('AltGraph'))) return;
    // Cloudscape's search takes every Escape; what it has no use for still comes here.
    const isEscape = event.key === 'Escape';
    if (!isEscape && (event.defaultPrevented || isTypedIn(event))) return;
    // A key that is pressed alone in between begins anew.
    if (['Shift', 'AltGraph'].includes(event.key) || isDialogOpen()) return;
    const id = idOf(event);
    if (id !== undefined && takers.toReversed().some((take) => take(id, event))) event.preventDefault();
  };

  // Of the window, so that what a component keeps to itself does not come here.
  window.addEventListener('keydown', onKeyDown, { signal });
}
