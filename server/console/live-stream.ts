import type { World } from '@/contract/console';
import type { liveEventNames } from '@/contract/live';
import type { Follower } from '../change-feed';
import { services } from '../context';

const HEARTBEAT_MS = 15_000;

const ROWS_A_READ = 200;

/** Who is further behind reads everything anew instead of so many rows. */
const BEHIND_LIMIT = 1_000;

/** How long a client that reconnects by itself waits: not all of them at once after a restart. */
const RETRY_MS = { least: 1_000, spread: 2_000 };

/**
 * The events of a world as server-sent events: those after an id, or from now on. Frames are made when the client takes them, so what
 * waits is the log itself. Ends when `mayGoOn` says no. Undefined when too many streams are open.
 */
export function openLiveStream(
  world: World,
  after: number | undefined,
  mayGoOn: () => boolean,
): ReadableStream<Uint8Array> | undefined {
  const { changes } = services();
  if (!changes.hasRoom()) {
    return undefined;
  }
  let follower: Follower | undefined;
  let frames: ReturnType<typeof framesOf> | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        // Follows only when the first frame is taken: of an answer to HEAD, or to who has gone already, none ever is.
        follower ??= changes.follow(world);
        frames ??= follower && framesOf(follower, world, after);
        const frame = await frames?.next();
        if (!frame || frame.done || !mayGoOn()) {
          follower?.leave();
          controller.close();
        } else {
          controller.enqueue(frame.value);
        }
      },
      cancel() {
        follower?.leave();
      },
    },
    { highWaterMark: 0 },
  );
}

async function* framesOf(
  follower: Follower,
  world: World,
  after: number | undefined,
): AsyncGenerator<Uint8Array> {
  try {
    const { events } = services().data;
    const newest = await events.newestId();
    // An id that the log does not know yet is of another database.
    const isOfAnother = after !== undefined && after > newest;
    let known = isOfAnother ? newest : (after ?? newest);
    const retryMs = Math.round(RETRY_MS.least + Math.random() * RETRY_MS.spread);
    yield encode(`retry: ${retryMs}\n${frame('ready', known)}`);
    if (isOfAnother) {
      yield encode(frame('reset', known));
    }
    for (;;) {
      const read = await readTogether(world, known);
      if (read.isFull && (await events.hasMoreThan(world, known, BEHIND_LIMIT))) {
        known = await events.newestId();
        yield encode(frame('reset', known));
        continue;
      }
      if (read.frames.length > 0) {
        known = read.newestId;
        yield read.frames;
      }
      if (!read.isFull) {
        let said = await follower.next(HEARTBEAT_MS);
        for (; said === 'quiet'; said = await follower.next(HEARTBEAT_MS)) {
          yield encode(': still here\n\n');
        }
        if (said === 'end') {
          return;
        }
      }
    }
  } finally {
    follower.leave();
  }
}

function frame(name: (typeof liveEventNames)[number], id: number, data: object = {}): string {
  return `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** What was read of the log: its `change` frames, and how far they go. */
interface Read {
  frames: Uint8Array;
  newestId: number;
  /** There may be more. */
  isFull: boolean;
}

const reads = new Map<string, Promise<Read>>();

/** Streams of a world are mostly at the same place of the log: those that read there at the same time share one read. */
function readTogether(world: World, after: number): Promise<Read> {
  const key = `${world.account} ${world.region} ${after}`;
  const underWay = reads.get(key);
  if (underWay) {
    return underWay;
  }
  const started = read(world, after).finally(() => reads.delete(key));
  reads.set(key, started);
  return started;
}

async function read(world: World, after: number): Promise<Read> {
  const rows = await services().data.events.after(world, after, ROWS_A_READ);
  return {
    frames: encode(rows.map((row) => frame('change', row.id, row)).join('')),
    newestId: rows.at(-1)?.id ?? after,
    isFull: rows.length === ROWS_A_READ,
  };
}
