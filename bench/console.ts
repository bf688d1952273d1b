import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { defaultWorld, FlowsPage } from '@/contract/console';
import { chromiumPath } from '@/scripts/browser.cjs';
import { migrate } from '@/server/data/migrations';
import { fillDatabase } from './fill-database';
import { startServer } from './server-process';

/**
 * `npm run bench:console`: what the list takes with a million flows and ten million events, beside 100 flows. `--flows` and `--events`
 * say other numbers. Needs a build (npm start makes one) and about 6 GB of disk, which it gives back.
 */
const { values } = parseArgs({
  options: { flows: { type: 'string' }, events: { type: 'string' }, database: { type: 'string' } },
});
const flows = Number(values.flows ?? 1_000_000);
const events = Number(values.events ?? 10_000_000);

const ROUNDS = 7;

/** Each is asked for as the page asks; `after first` are those that begin where the first page of the list ends. */
const lists: [title: string, search: string][] = [
  ['first page', ''],
  ['page 2', 'page=2&after=FIRST'],
  ['last page', 'page=20000&before=end'],
  ['before the last page', 'page=19999&before=LAST'],
  ...[
    'name',
    'status',
    'trigger',
    'source',
    'destination',
    'lastRun',
    'nextRun',
    'owner',
    'created',
    'updated',
  ].map((sort): [string, string] => [`sorted by ${sort}, descending`, `sort=${sort}&order=desc`]),
  ['status: draft', 'status=draft'],
  ['status: draft, by last run', 'status=draft,errored&sort=lastRun&order=desc'],
  ['needs attention, by last run', 'status=needs-attention&sort=lastRun&order=desc'],
  ['trigger and source', 'trigger=Event&source=Salesforce&sort=updated'],
  ['connector', 'connector=Slack&sort=lastRun'],
  ['last run failed', 'lastResult=Error'],
  ['ran in the last hour, by name', 'lastRun.from=-1h'],
  ['changed in the last week, by name', 'updated.from=-7d'],
  ['status set by one person', 'by=Person+7&sort=updated'],
  ['owner contains', 'owner~=son+19'],
  ['reason contains', 'reason~=INC-777'],
  ['tag', 'tag.team=finance&sort=lastRun'],
  ['three filters', 'tag.env=test&status=errored&source=S3'],
  ['text: one flow', 'q=0004321'],
  ['text: many flows', 'q=orders'],
  ['text: many flows, by last run', 'q=orders&sort=lastRun'],
  ['text: two words', 'q=salesforce&q=invoices&sort=created'],
  ['text: two letters', 'q=ze'],
  ['text: nothing', 'q=no+such+flow'],
  ['text: nothing, two letters', 'q=%25%25'],
];

interface Measured {
  lists: Map<string, number>;
  values: number;
  firstPaint: number;
  scriptKb: number;
}

const folder = mkdtempSync(path.join(tmpdir(), 'sluice-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const few = await measured(path.join(folder, 'few.db'), 100, 1_000);
const many = await measured(values.database ?? path.join(folder, 'many.db'), flows, events);

say(`\n${''.padEnd(40)}${'100 flows'.padStart(14)}${`${flows.toLocaleString('en')} flows`.padStart(18)}`);
for (const [title] of lists) {
  sayRow(title, few.lists.get(title), many.lists.get(title), 'ms');
}
sayRow('values to filter by', few.values, many.values, 'ms');
sayRow('first contentful paint of /flows', few.firstPaint, many.firstPaint, 'ms');
sayRow('JavaScript of /flows, compressed', few.scriptKb, many.scriptKb, 'KB');

async function measured(file: string, flowCount: number, eventCount: number): Promise<Measured> {
  if (file !== values.database) {
    await migrate(file);
    const { flowsMs, eventsMs } = fillDatabase(file, {
      world: defaultWorld,
      flows: flowCount,
      events: eventCount,
      now: Date.now(),
    });
    say(
      `${flowCount} flows in ${(flowsMs / 1_000).toFixed(1)} s, ${eventCount} events in ${(eventsMs / 1_000).toFixed(1)} s, ` +
        `${(statSync(file).size / 1e6).toFixed()} MB`,
    );
  }
  const server = await startServer(
    [process.execPath, 'dist/server.js'],
    {
      PORT: '0',
      DATABASE_URL: `file:${file}`,
      SLUICE_SEED: 'none',
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
    },
    path.join(folder, 'log'),
  );
  const base = `http://127.0.0.1:${server.port}`;
  try {
    return {
      lists: await measureLists(base),
      values: await median(() => read(`${base}/api/flow-values?property=by&text=7`)),
      ...(await measurePage(base)),
    };
  } finally {
    await server.stop();
  }
}

async function measureLists(base: string): Promise<Map<string, number>> {
  const places = async (search: string) =>
    FlowsPage.parse(await (await fetch(`${base}/api/flows?${search}`)).json()).places;
  const first = await places('');
  const last = await places('page=2&before=end');
  const taken = new Map<string, number>();
  for (const [title, search] of lists) {
    const asked = search.replace('FIRST', first?.last ?? '').replace('LAST', last?.first ?? '');
    taken.set(title, await median(() => read(`${base}/api/flows?${asked}`)));
  }
  return taken;
}

async function read(url: string): Promise<void> {
  const response = await fetch(url);
  await response.text();
  if (!response.ok) throw new Error(`GET ${url} answered ${response.status}`);
}

async function measurePage(base: string): Promise<Pick<Measured, 'firstPaint' | 'scriptKb'>> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const paints: number[] = [];
    let scriptBytes = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const context = await browser.newContext();
      const page = await context.newPage();
      scriptBytes = 0;
      await page.goto(`${base}/flows`, { waitUntil: 'networkidle' });
      const [paint, bytes] = await page.evaluate(() => [
        performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
        performance
          .getEntriesByType('resource')
          .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
          .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
      ] as const); // prettier-ignore
      paints.push(paint);
      scriptBytes = bytes;
      await context.close();
    }
    return { firstPaint: middle(paints), scriptKb: scriptBytes / 1_000 };
  } finally {
    await browser.close();
  }
}

/** The median time of some rounds, in milliseconds; the first, which may read the disk, counts like any other. */
async function median(work: () => Promise<void>): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now();
    await work();
    taken.push(performance.now() - startedAt);
  }
  return middle(taken);
}

function middle(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function sayRow(title: string, ofFew: number | undefined, ofMany: number | undefined, unit: string): void {
  const cell = (value = NaN, width: number) => `${value.toFixed(1)} ${unit}`.padStart(width);
  say(`${title.padEnd(40)}${cell(ofFew, 14)}${cell(ofMany, 18)}`);
}
