import type { Attempt } from './attempt';

/** The id of the element around a row's button; a cancellation follows a stop. */
export function actionSlotId(flowId: string, action: Attempt['action']): string {
  return `${action === 'cancel' ? 'stop' : action}-${flowId}`;
}

/** Puts the focus on a row's button, where it was before a dialog or a message of that row went away. */
function focusAction(flowId: string, action: Attempt['action']): void {
  document.getElementById(actionSlotId(flowId, action))?.querySelector('button')?.focus();
}

/** The same, but only if the focus got lost with what had it. */
export function rescueFocus(flowId: string, action: Attempt['action']): void {
  requestAnimationFrame(() => {
    if (document.activeElement === null || document.activeElement === document.body)
      focusAction(flowId, action);
  });
}
