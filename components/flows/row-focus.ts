/** The id of the element around a row's button. */
export function actionSlotId(flowId: string, action: 'stop' | 'start'): string {
  return `${action}-${flowId}`;
}

/** Puts the focus on a row's button, where it was before a dialog or a message of that row went away. */
function focusAction(flowId: string, action: 'stop' | 'start'): void {
  document.getElementById(actionSlotId(flowId, action))?.querySelector('button')?.focus();
}

/** The same, but only if the focus got lost with what had it. */
export function rescueFocus(flowId: string, action: 'stop' | 'start'): void {
  requestAnimationFrame(() => {
    if (document.activeElement === null || document.activeElement === document.body)
      focusAction(flowId, action);
  });
}
