import type { BulkItem, BulkJob } from '@/contract/bulk';
import type { Services } from '../context';
import { csvRow } from './csv';

const ROWS_AT_ONCE = 1_000;

const columns: [heading: string, value: (item: BulkItem, job: BulkJob) => string | undefined][] = [
  ['flowName', ({ flowName }) => flowName],
  ['action', (_, { action }) => action],
  ['outcome', ({ state }) => state],
  ['error', ({ errorName }) => errorName],
  ['message', ({ message }) => message],
  ['before', ({ beforeStatus }) => beforeStatus],
  ['after', ({ afterStatus }) => afterStatus],
  ['at', ({ at }) => (at === undefined ? undefined : new Date(at).toISOString())],
  ['by', (_, { by }) => by],
  ['reason', (_, { reason }) => reason],
  ['requestId', ({ requestId }) => requestId],
];

/** The flows of a job as CSV (RFC 4180), read as they are sent. */
export function bulkCsv(job: BulkJob, bulk: Services['data']['bulk']): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let position = 0;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(csvRow(columns.map(([heading]) => heading))));
    },
    async pull(controller) {
      const items = await bulk.itemsAfter(job.id, position, ROWS_AT_ONCE);
      const last = items.at(-1);
      if (!last) {
        controller.close();
        return;
      }
      position = last.position;
      const lines = items.map((item) => csvRow(columns.map(([, value]) => value(item, job) ?? '')));
      controller.enqueue(encoder.encode(lines.join('')));
    },
  });
}
