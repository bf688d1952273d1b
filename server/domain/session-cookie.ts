/** The cookie that keeps somebody signed in to the console, in strict mode. */
export const SESSION_COOKIE = 'sluice-session';

const pattern = new RegExp(`(?:^|;)\\s*${SESSION_COOKIE}=([\\w-]{43})\\s*(?:;|$)`);

/** The session token in a Cookie header, undefined where there is none of its form. */
export function sessionTokenOf(cookie: string | null | undefined): string | undefined {
  return cookie ? pattern.exec(cookie)?.[1] : undefined;
}
