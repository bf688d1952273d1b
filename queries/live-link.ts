import { z } from 'zod';
import type { World } from '@/contract/console';
import { LiveEvent } from '@/contract/live';
import { type LiveMessage, openLiveSource } from './live-source';

/** A tab that streams is heard every ten seconds, or every minute while nobody looks at it. */
const silentForMs = 90_000;

/** A browser keeps six connections to a server for all its tabs: so many worlds may stream, the others are read by asking. */
const slots = ['sluice.live.1', 'sluice.live.2', 'sluice.live.3'];

/** What tabs say to each other; another tab may run another version of this page. */
const Said = z.discriminatedUnion('kind', [
  /** A tab has come and wants to know whether one streams. */
  z.object({ kind: z.literal('hello') }),
  z.object({ kind: z.literal('ready'), id: z.number() }),
  z.object({ kind: z.literal('change'), id: z.number(), event: LiveEvent }),
  z.object({ kind: z.literal('reset'), id: z.number() }),
  z.object({ kind: z.literal('lost') }),
]);

/**
 * Hears a world's events, by one stream for all tabs of the browser that show this world: the tab that holds a lock streams and tells
 * the others; when it goes, another one goes on after the last event. Returns what ends it.
 */
export function openLiveLink(world: World, hear: (message: LiveMessage) => void): () => void {
  // Locks are for secure contexts only: not for http elsewhere than on this machine.
  if (!('locks' in navigator)) return openLiveSource(world, undefined, hear);

  const name = `sluice.live ${world.account} ${world.region}`;
  const channel = new BroadcastChannel(name);
  const end = new AbortController();
  let known: number | undefined;
  let last: LiveMessage | undefined;
  let streams = false;
  let silence: ReturnType<typeof setTimeout> | undefined;

  function take(message: LiveMessage): void {
    last = message;
    if (message.kind !== 'lost') known = message.id;
    clearTimeout(silence);
    if (!streams) silence = setTimeout(() => hear({ kind: 'lost' }), silentForMs);
    hear(message);
  }

  channel.addEventListener('message', ({ data }) => {
    const said = Said.safeParse(data).data;
    if (said === undefined) return;
    if (said.kind !== 'hello') {
      if (!streams) take(said);
    } else if (streams && last !== undefined) {
      channel.postMessage(last.kind === 'lost' ? last : { kind: 'ready', id: known });
    }
  });
  channel.postMessage({ kind: 'hello' });

  const stream = () =>
    new Promise<void>((resolve) => {
      streams = true;
      const close = openLiveSource(world, known, (message) => {
        take(message);
        channel.postMessage(message);
      });
      end.signal.addEventListener('abort', () => {
        close();
        resolve();
      });
    });
  navigator.locks
    .request(name, { signal: end.signal }, () => inFreeSlot(stream, end.signal))
    .catch(ignoreAbort);

  return () => {
    clearTimeout(silence);
    end.abort();
    channel.close();
  };
}

async function inFreeSlot(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  for (const slot of slots) {
    const isDone = await navigator.locks.request(slot, { ifAvailable: true }, async (lock) => {
      if (lock !== null && !signal.aborted) await work();
      return lock !== null;
    });
    if (isDone) return;
  }
  await navigator.locks.request(slots[0] ?? '', { signal }, work);
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
}
