import type { FlowRow, World } from '@/contract/console';

/** What a dialog of the list asks about. */
export type DialogAction = 'stop' | 'start';

/** One action on one flow, from the dialog until its row says how it went; "Try again" repeats it as it is. */
export interface Attempt {
  /** The same on every try: the id of its request, by which its event is found, and the client token of a start, so that it runs once. */
  id: string;
  /** `cancel` is what follows a stop that cancels the runs under way. */
  action: DialogAction | 'cancel';
  world: World;
  /** The row as it was shown when the action was sent. */
  shown: FlowRow;
  actor: string | undefined;
  reason: string | undefined;
  /** Until when a stop lasts, in epoch milliseconds. */
  until?: number | undefined;
  /** Whether a stop is to be followed by the cancellation of the runs under way. */
  cancelsRuns?: boolean;
}

/** What is said while an action is under way. */
export const pendingWords: Record<Attempt['action'], string> = {
  stop: 'Stopping…',
  start: 'Starting…',
  cancel: 'Canceling its runs…',
};

/** An id that no other attempt has. `crypto.randomUUID` is missing where a page is neither local nor HTTPS. */
export function newAttemptId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
