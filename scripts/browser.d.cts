/** The program to launch: Playwright's own where it is installed, else the system's; undefined where there is none. */
export function chromiumPath(): string | undefined;

/** The system's Chromium without what only a screen needs, which is a third faster; the whole one where that is not there. */
export function headlessShellPath(): string | undefined;
