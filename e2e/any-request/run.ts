import { faultOf } from '@/contract/testing/fault';
import { type AnyRequest, anyRequests } from './requests';
import { createSender, type Sender } from './send';

const CONCURRENCY = 24;
/** Memory is looked at after these shares of the requests. */
const SHARES = [0.1, 0.5, 1];
/** What memory may have grown in the second half, for the garbage that is not collected yet. */
const GROWTH = 1.25;
const GROWTH_BYTES = 40 * 1_048_576;

export interface Outcome {
  /** How often each status was answered, or "closed" for no answer but a closed connection. */
  statuses: Record<string, number>;
  /** Resident memory of the server in bytes, after shares of the requests. */
  memory: { share: number; bytes: number }[];
  /** What was wrong, with the request; empty when all is well. */
  faults: string[];
}

/** Sends so many requests, which follow from the seed, to a server with nothing in it but what they make. */
export async function sendAnyRequests(url: string, count: number, seed: number): Promise<Outcome> {
  const sender = createSender(Number(new URL(url).port));
  const outcome: Outcome = { statuses: {}, memory: [], faults: [] };
  const waiting = anyRequests(count, seed);
  let sent = 0;
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      for (const request of waiting) {
        await sendOne(sender, request, outcome);
        sent += 1;
        const share = SHARES.find((each) => sent === Math.ceil(count * each));
        if (share !== undefined) outcome.memory.push({ share, bytes: await residentMemory(url) });
      }
    }),
  );
  sender.close();
  const [, half, end] = outcome.memory.map(({ bytes }) => bytes);
  if (half === undefined || end === undefined || end > half * GROWTH + GROWTH_BYTES) {
    outcome.faults.push(`Memory grew from ${half} to ${end} bytes in the second half.`);
  }
  if ((await fetch(`${url}/healthz`)).status !== 200) outcome.faults.push('The server is not well.');
  return outcome;
}

async function sendOne(sender: Sender, request: AnyRequest, { statuses, faults }: Outcome): Promise<void> {
  const fault = await faultOfOne(sender, request, (status) => {
    statuses[status] = (statuses[status] ?? 0) + 1;
  });
  if (fault !== undefined) faults.push(`${fault}: ${printed(request)}`);
}

async function faultOfOne(
  sender: Sender,
  request: AnyRequest,
  count: (status: number | 'closed') => void,
): Promise<string | undefined> {
  try {
    if (request.kind === 'raw') {
      const status = await sender.sendRaw(request.bytes);
      count(status ?? 'closed');
      return status === 500 ? 'a 500' : undefined;
    }
    const answer = await sender.send(request.request, request.account);
    count(answer.status);
    return faultOf(request.request.operation, answer);
  } catch (error) {
    return error instanceof Error ? error.message : 'no answer';
  }
}

/** On a line, as JSON writes strings. */
function printed(request: AnyRequest): string {
  return request.kind === 'raw'
    ? JSON.stringify(request.bytes.subarray(0, 1_000).toString('latin1'))
    : JSON.stringify(request.request).slice(0, 1_000);
}

async function residentMemory(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]);
}
