import type { FlowRow, World } from '@/contract/console';

/** One action on one flow, from the dialog until its row says how it went; "Try again" repeats it as it is. */
export interface Attempt {
  action: 'stop' | 'start';
  world: World;
  /** The row as it was shown when the action was sent. */
  shown: FlowRow;
  actor: string | undefined;
  reason: string | undefined;
  /** Sent with a start, the same on every try: an on-demand flow runs once for it. */
  clientToken: string;
}

/** A token that no other start has. `crypto.randomUUID` is missing where a page is neither local nor HTTPS. */
export function newClientToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
