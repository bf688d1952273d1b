/** The program to launch: Playwright's own where it is installed, else the system's; undefined where there is none. */
export function chromiumPath(): string | undefined;
