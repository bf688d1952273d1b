import { useLayoutEffect, useRef } from 'react';

/** The row that had the focus when its list was left. */
let left: { view: string; flowName: string } | undefined;

/** Who comes back to a list, as by the browser's Back, goes on in the row from which they left it, if it is still there. */
export function useRowReturn(view: string, hasRows: boolean): void {
  const isBack = useRef(false);
  useLayoutEffect(() => {
    if (isBack.current || !hasRows) return;
    isBack.current = true;
    if (left?.view === view && isFocusFree()) linkOf(left.flowName)?.focus();
  }, [view, hasRows]);
  useLayoutEffect(
    () => () => {
      const row = document.activeElement?.closest('tr');
      const flowName = row?.querySelector<HTMLElement>('[data-flow-name]')?.dataset.flowName;
      left = flowName === undefined ? undefined : { view, flowName };
    },
    [view],
  );
}

/** Whether nothing has the focus, or only what gets it where nothing is near. */
function isFocusFree(): boolean {
  return document.activeElement?.matches('body, #content, h1') ?? true;
}

function linkOf(flowName: string): HTMLElement | null {
  return document.querySelector(`[data-flow-name="${CSS.escape(flowName)}"] a`);
}
