import type { Locator, Page } from '@playwright/test';

/** The list as a person sees it, found by the page's contract for test authors. */
export function listOf(page: Page) {
  const row = (flowName: string): Locator =>
    page
      .getByRole('table', { name: 'Flows' })
      .getByRole('row')
      .filter({ has: page.locator(`[data-flow-name="${flowName}"]`) });
  const dialog = page.getByRole('dialog');
  return {
    row,
    dialog,
    name: (flowName: string) => page.locator(`[data-flow-name="${flowName}"]`),
    status: (flowName: string, status: string) =>
      page.locator(`[data-flow-name="${flowName}"][data-status="${status}"]`),
    problem: (flowName: string) => row(flowName).getByRole('alert'),
    button: (action: 'Stop' | 'Start', flowName: string) =>
      row(flowName).getByRole('button', { name: `${action} ${flowName}`, exact: true }),
    /** Chooses in the open dialog of a stop when it starts again. */
    chooseStartAgain: async (name: string | RegExp) => {
      await dialog.getByRole('button', { name: /^Start again/ }).click();
      await page.getByRole('option', { name }).click();
    },
    /** Opens the dialog of a row's button and confirms it. */
    act: async (action: 'Stop' | 'Start', flowName: string, reason?: string) => {
      await row(flowName)
        .getByRole('button', { name: `${action} ${flowName}`, exact: true })
        .click();
      if (reason !== undefined) {
        await dialog.getByLabel(/^Reason/).fill(reason);
      }
      await dialog.getByRole('button', { name: new RegExp(`^${action}`) }).click();
    },
  };
}
