/** Moves the focus to the first field of a form that says it is wrong, once that is on the page. */
export function focusFirstProblem(form: Element | null | undefined): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
