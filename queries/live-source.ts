import type { World } from '@/contract/console';
import { LiveEvent } from '@/contract/live';

/**
 * A stream that is open says nothing about requests, which may be refused or lost meanwhile: so often a new one takes over from the
 * old one, which also has who is let in looked at anew.
 */
const renewAfterMs = 10_000;
const readyWithinMs = 5_000;

/** The first wait and the longest one; each is twice as long as the one before, and any part of its second half is left out. */
const backOffMs = { first: 500, longest: 8_000 };

/** What becomes of a world's events: `id` is the newest that is known. */
export type LiveMessage =
  /** The stream is open, and nothing was missed since the last one; said again whenever it is renewed. */
  | { kind: 'ready'; id: number }
  | { kind: 'change'; id: number; event: LiveEvent }
  /** Too much was missed: everything is to be read anew. */
  | { kind: 'reset'; id: number }
  /** The stream broke; it is tried again and again, later and later. */
  | { kind: 'lost' };

/** How long to wait after so many failures in a row, in milliseconds; `random` is from 0 to 1. */
export function backOff(failures: number, random: number): number {
  const longest = Math.min(backOffMs.first * 2 ** (failures - 1), backOffMs.longest);
  return longest * (1 - random / 2);
}

function urlOf({ account, region }: World, after: number | undefined): string {
  const search = new URLSearchParams({
    account,
    region,
    ...(after !== undefined && { after: String(after) }),
  });
  return `/api/events?${search}`;
}

/** Streams a world's events, those after an id or from now on, until the function that it returns is called. */
export function openLiveSource(
  world: World,
  after: number | undefined,
  tell: (message: LiveMessage) => void,
): () => void {
  let known = after;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let open: EventSource[] = [];

  function closeAll(except?: EventSource): void {
    open.filter((source) => source !== except).forEach((source) => source.close());
    open = except ? [except] : [];
  }

  function next(task: () => void, afterMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(task, afterMs);
  }

  function lose(): void {
    closeAll();
    failures += 1;
    next(connect, backOff(failures, Math.random()));
    tell({ kind: 'lost' });
  }

  /** The id that a message brings; undefined when another stream has brought it before. */
  function newIdOf({ lastEventId }: MessageEvent<string>): number | undefined {
    const id = Number(lastEventId);
    if (known !== undefined && id <= known) return undefined;
    known = id;
    return id;
  }

  function connect(): void {
    const source = new EventSource(urlOf(world, known));
    open.push(source);
    next(lose, readyWithinMs);
    source.addEventListener('error', () => open.includes(source) && lose());
    source.addEventListener('ready', ({ lastEventId }) => {
      known ??= Number(lastEventId);
      failures = 0;
      closeAll(source);
      next(connect, renewAfterMs);
      tell({ kind: 'ready', id: known });
    });
    source.addEventListener('change', (message: MessageEvent<string>) => {
      const id = newIdOf(message);
      if (id === undefined) return;
      const event = LiveEvent.safeParse(JSON.parse(message.data));
      // A server of another version than the page: what it tells cannot be told apart, so everything may have changed.
      tell(event.success ? { kind: 'change', id, event: event.data } : { kind: 'reset', id });
    });
    source.addEventListener('reset', ({ lastEventId }) => {
      // Lower than what was known where the database is another one.
      known = Number(lastEventId);
      tell({ kind: 'reset', id: known });
    });
  }

  connect();
  return () => {
    clearTimeout(timer);
    closeAll();
  };
}
