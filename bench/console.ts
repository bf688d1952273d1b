import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { defaultWorld, FlowsPage } from '@/contract/console';
import { chromiumPath } from '@/scripts/browser.cjs';
import { migrate } from '@/server/data/migrations';
import { fillDatabase } from './fill-database';
import { openConnection } from './http-connection';
import { toggle } from './load';
import { startServer } from './server-process';

/**
 * `npm run bench:console`: what the list takes with a million flows and ten million events, beside 100 flows. `--flows` and `--events`
 * say other numbers, `--database` a file that is filled already. Needs a build (npm start makes one) and about 6 GB of disk, which it gives back.
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
  ['name does not contain: nothing left', 'name!~=-'],
  ['reason does not contain: nothing left', 'reason!~=are&status=stopped-by-people&sort=updated'],
  ['text not contained: nothing left', 'q=orders&q!=orders&sort=lastRun'],
];

interface Measured {
  lists: Map<string, number>;
  values: number;
  page: PageMeasured;
}

/** Of /flows in a browser. Times in milliseconds, sizes in kilobytes as they are sent. */
interface PageMeasured {
  firstPaint: number;
  /** Until all scripts that the page needs have run. */
  loaded: number;
  /** From the click that sends a stop or start until the row shows that it is under way. */
  pending: number;
  /** Until the row shows what the server answered. */
  answered: number;
  /** From the answer to a stop or start that somebody else asked for until the row shows it. */
  elsewhere: number;
  /** How far what was there moved by itself while the page came and after the actions: 0 is not at all. */
  shifted: number;
  scriptKb: number;
  lateScriptKb: number;
  styleKb: number;
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
for (const [title, name, unit] of [
  ['first contentful paint of /flows', 'firstPaint', 'ms'],
  ['/flows loaded', 'loaded', 'ms'],
  ['click to "Stopping…" or "Starting…"', 'pending', 'ms'],
  ['click to the new status', 'answered', 'ms'],
  ['stop elsewhere to the new status', 'elsewhere', 'ms'],
  ['layout shift', 'shifted', ''],
  ['JavaScript of /flows, compressed', 'scriptKb', 'KB'],
  ['JavaScript of its dialogs, later', 'lateScriptKb', 'KB'],
  ['styles of /flows, compressed', 'styleKb', 'KB'],
] as const) {
  sayRow(title, few.page[name], many.page[name], unit);
}

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
      page: await measurePage(base),
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

async function measurePage(base: string): Promise<PageMeasured> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const loads: Loaded[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.addInitScript(watchShifts);
      await page.goto(`${base}/flows`, { waitUntil: 'networkidle' });
      loads.push(await page.evaluate(readLoad));
      await context.close();
    }
    const page = await browser.newPage();
    await page.addInitScript(watchShifts);
    const actions = await measureActions(page, base);
    const middleOf = (name: keyof Loaded) => middle(loads.map((load) => load[name]));
    return {
      firstPaint: middleOf('firstPaint'),
      loaded: middleOf('loaded'),
      pending: middle(actions.map(({ pending }) => pending)),
      answered: middle(actions.map(({ answered }) => answered)),
      elsewhere: middle(await measureElsewhere(page, base)),
      shifted: Math.max(...loads.map(({ shifted }) => shifted), (await page.evaluate(readLoad)).shifted),
      scriptKb: middleOf('scriptKb'),
      lateScriptKb: Math.max(...loads.map(({ lateScriptKb }) => lateScriptKb)),
      styleKb: middleOf('styleKb'),
    };
  } finally {
    await browser.close();
  }
}

/** Stops a flow by its row's button and dialog and starts it again, some times. */
async function measureActions(page: Page, base: string): Promise<{ pending: number; answered: number }[]> {
  const actions = [];
  await page.goto(`${base}/flows?trigger=Scheduled`, { waitUntil: 'networkidle' });
  const flowName = await page.locator('[data-status="Active"]').first().getAttribute('data-flow-name');
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [action, shown, status] of [
      ['Stop', 'Stopping…', 'Suspended'],
      ['Start', 'Starting…', 'Active'],
    ] as const) {
      await page.getByRole('button', { name: `${action} ${flowName}`, exact: true }).click();
      const confirm = page.getByRole('dialog').getByRole('button', { name: new RegExp(`^${action}`) });
      await confirm.waitFor();
      const watched = page.evaluate(watchRow, { flowName, shown, status });
      await confirm.click();
      actions.push(await watched);
    }
  }
  return actions;
}

/** Stops the first flow of the page by the API and starts it again, some times. */
async function measureElsewhere(page: Page, base: string): Promise<number[]> {
  const taken = [];
  const client = await openConnection(Number(new URL(base).port));
  const flowName = await page.locator('[data-status="Active"]').first().getAttribute('data-flow-name');
  if (flowName === null) throw new Error('No flow of the page is active.');
  const flow = { flowName, active: true };
  for (let change = 0; change < 2 * ROUNDS; change += 1) {
    const status = flow.active ? 'Suspended' : 'Active';
    const [shownAt, answeredAt] = await Promise.all([
      page.evaluate(watchStatus, { flowName, status }),
      toggle(client, flow).then(Date.now),
    ]);
    taken.push(shownAt - answeredAt);
  }
  client.close();
  return taken;
}

// What follows runs in the page, where only what stands in it is known.

function watchShifts(): void {
  new PerformanceObserver((entries) => {
    for (const entry of entries.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[]) {
      if (entry.hadRecentInput) continue;
      const { dataset } = document.documentElement;
      dataset.shifted = String(Number(dataset.shifted ?? 0) + entry.value);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

type Loaded = Omit<PageMeasured, 'pending' | 'answered' | 'elsewhere'>;

function readLoad(): Loaded {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const loaded = navigation?.loadEventStart ?? NaN;
  const sizes = { scriptKb: 0, lateScriptKb: 0, styleKb: 0 };
  for (const entry of performance.getEntriesByType('resource') as PerformanceResourceTiming[]) {
    const kilobytes = entry.encodedBodySize / 1_000;
    if (entry.name.endsWith('.css')) sizes.styleKb += kilobytes;
    else if (!entry.name.endsWith('.js')) continue;
    else if (entry.startTime < loaded) sizes.scriptKb += kilobytes;
    else sizes.lateScriptKb += kilobytes;
  }
  return {
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    loaded,
    shifted: Number(document.documentElement.dataset.shifted ?? 0),
    ...sizes,
  };
}

/** From the next click: until the row of a flow shows a text, and until it has a status, each in the frame that shows it. */
function watchRow(row: {
  flowName: string | null;
  shown: string;
  status: string;
}): Promise<{ pending: number; answered: number }> {
  return new Promise((resolve) => {
    let clickedAt = NaN;
    let isPending = false;
    let pending = NaN;
    document.addEventListener('click', (event) => (clickedAt = event.timeStamp), {
      capture: true,
      once: true,
    });
    const observer = new MutationObserver(() => {
      const name = document.querySelector(`[data-flow-name="${row.flowName}"]`);
      if (!isPending && name?.closest('tr')?.textContent.includes(row.shown)) {
        isPending = true;
        requestAnimationFrame(() => (pending = performance.now() - clickedAt));
      }
      if (name?.getAttribute('data-status') === row.status) {
        observer.disconnect();
        requestAnimationFrame(() => resolve({ pending, answered: performance.now() - clickedAt }));
      }
    });
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['data-status'],
    });
  });
}

/** When the row of a flow has a status, in epoch milliseconds. */
function watchStatus(row: { flowName: string; status: string }): Promise<number> {
  return new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      const name = document.querySelector(`[data-flow-name="${row.flowName}"]`);
      if (name?.getAttribute('data-status') !== row.status) return;
      observer.disconnect();
      resolve(Date.now());
    }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-status'] });
  });
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
  const cell = (value = NaN, width: number) => `${value.toFixed(1)} ${unit}`.trim().padStart(width);
  say(`${title.padEnd(40)}${cell(ofFew, 14)}${cell(ofMany, 18)}`);
}
