/** Moves the focus to the first field of a form that says it is wrong, once that is on the page, and brings it into view. */
export function focusFirstProblem(form: Element | null | undefined): void {
  requestAnimationFrame(() => {
    const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    field?.focus();
    // Also where the focus was there already, and the problem is new below it.
    field?.scrollIntoView({ block: 'nearest' });
  });
}
