import type { RefObject } from 'react';
import { useKeys } from '@/components/keys/use-keys';

/** What is alike in every row; who goes from row to row stays at it. */
const alike = {
  checkbox: 'input[type="checkbox"]',
  name: '[data-flow-name] a',
  stop: '[id^="stop-"] button',
  start: '[id^="start-"] button',
};

/** The keys of the list: rows are gone through by the focus on what stands in them, so that links and buttons work as everywhere. */
export function useRowKeys(box: RefObject<HTMLElement | null>): void {
  const rows = () => [
    ...(box.current?.querySelectorAll<HTMLElement>('tbody tr:has([data-flow-name])') ?? []),
  ];
  const here = () => rows().find((row) => row.contains(document.activeElement));

  const move = (to: (from: number, count: number) => number, entersAt?: number) => () => {
    const all = rows();
    const row = here();
    if (all.length === 0 || (row === undefined && entersAt === undefined)) return false;
    const index = row === undefined ? entersAt : to(all.indexOf(row), all.length);
    const next = all.at(Math.min(all.length - 1, Math.max(0, index ?? 0)));
    return focusIn(next, row === undefined ? alike.name : alikeOf(row, document.activeElement));
  };
  const step = (by: number) => () => {
    const controls = [
      ...(here()?.querySelectorAll<HTMLElement>('a[href], button:enabled, input:enabled') ?? []),
    ];
    const next = controls[controls.findIndex((control) => control === document.activeElement) + by];
    next?.focus();
    return controls.length > 0;
  };
  const press = (selector: string) => () => {
    const control = here()?.querySelector<HTMLElement>(selector);
    control?.click();
    return control != null;
  };
  const turnTo = (name: string) => () => {
    const button = box.current?.querySelector<HTMLElement>(`button[aria-label="${name}"]`);
    if (!button || button.ariaDisabled === 'true') return false;
    // The rows of the page that comes are gone through from the first one.
    if (here()) focusIn(rows()[0], alike.name);
    button.click();
    return true;
  };

  const down = move((from) => from + 1, 0);
  const up = move((from) => from - 1, -1);
  const onlyInRows = (handler: () => boolean) => () => here() !== undefined && handler();
  useKeys({
    nextRow: ({ key }) => (key === 'ArrowDown' ? onlyInRows(down)() : down()),
    previousRow: ({ key }) => (key === 'ArrowUp' ? onlyInRows(up)() : up()),
    firstRow: move(() => 0),
    lastRow: move((_, count) => count - 1),
    nextControl: step(1),
    previousControl: step(-1),
    select: press(alike.checkbox),
    stop: press(alike.stop),
    start: press(alike.start),
    open: ({ target }) => !(target instanceof Element && target.matches('a, button')) && press(alike.name)(),
    nextPage: turnTo('Next page'),
    previousPage: turnTo('Previous page'),
    showNew: () => {
      const button = box.current?.querySelector<HTMLElement>('[data-over-rows] button');
      button?.click();
      return button != null;
    },
    selection: () => {
      const button = document.querySelector<HTMLElement>('[data-selection] button');
      button?.focus();
      return button !== null;
    },
    leave: ({ target }) =>
      target instanceof HTMLInputElement &&
      target.closest('[data-find]') !== null &&
      focusIn(rows()[0], alike.name),
  });
}

/** The selector of what stands in a row like the element, or of the name. */
function alikeOf(row: Element, element: Element | null): string {
  const selectors = Object.values(alike);
  return selectors.find((selector) => row.querySelector(selector) === element) ?? alike.name;
}

function focusIn(row: Element | undefined, selector: string): boolean {
  const control = row?.querySelector<HTMLElement>(selector);
  control?.focus();
  return control != null;
}
