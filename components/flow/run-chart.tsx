import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { numberText } from '@/components/ui/quantity';
import { tookText } from '@/components/ui/time';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { executionStatusInWords } from '@/components/words/status';
import { atTime, exactTime } from '@/components/words/time';
import type { ExecutionRow } from '@/contract/console';
import { barHeights, type BarHeight, barKind, runBars, runTallies, tookMs } from './run-bars';
import styles from './run-chart.module.css';

const heightWords: Record<BarHeight, string> = { duration: 'Duration', records: 'Records' };

/** "Error, 2026-11-24 10:42:07 UTC, took 3.1 s, 180 records: the message". */
function runInWords(run: ExecutionRow, now: number, timeZone: string | undefined): string {
  const took = tookText(tookMs(run, now));
  return [
    executionStatusInWords(run.executionStatus),
    exactTime(run.startedAt, timeZone),
    run.endedAt === undefined ? `${took} so far` : `took ${took}`,
    ...(run.recordsProcessed === undefined ? [] : [`${numberText(run.recordsProcessed)} records`]),
    ...(run.message === undefined ? [] : [run.message]),
  ].join(' · ');
}

interface RunChartProps {
  /** Newest first. */
  runs: ExecutionRow[];
  /** Whether there are runs that have no bar. */
  isPart: boolean;
  asOf: number;
  barHeight: BarHeight;
  onBarHeight: (barHeight: BarHeight) => void;
}

/**
 * The newest runs as bars, one after another as they started. For the keyboard and for screen readers it is a slider over the runs
 * that reads out the one it stands on; the table below has them all.
 */
export function RunChart({ runs, isPart, asOf, barHeight, onBarHeight }: RunChartProps) {
  const [pickedId, setPickedId] = useState<string>();
  const timeZone = useTimeZone();
  const { bars, top } = runBars(runs, barHeight, asOf);
  const oldest = bars[0];
  if (oldest === undefined) return null;
  const found = bars.findIndex(({ run }) => run.executionId === pickedId);
  const picked = found === -1 ? bars.length - 1 : found;
  const pick = (index: number) =>
    setPickedId(bars[Math.min(bars.length - 1, Math.max(0, index))]?.run.executionId);

  const onKeyDown = (event: KeyboardEvent) => {
    const to: Partial<Record<string, number>> = {
      ArrowLeft: picked - 1,
      ArrowDown: picked - 1,
      ArrowRight: picked + 1,
      ArrowUp: picked + 1,
      PageDown: picked - 10,
      PageUp: picked + 10,
      Home: 0,
      End: bars.length - 1,
    };
    const index = to[event.key];
    if (index === undefined) return;
    event.preventDefault();
    pick(index);
  };
  const onPointer = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    pick(Math.floor(((event.clientX - left) / width) * bars.length));
  };

  // A few runs make a narrow chart, not wide bars.
  const width = { maxInlineSize: `max(160px, ${bars.length * 40}px)` };
  const shown = bars[picked] ?? oldest;
  const text = runInWords(shown.run, asOf, timeZone);
  return (
    <div className={styles.chart}>
      <div className={styles.head}>
        <ul className={styles.tallies} aria-label={`How the newest ${bars.length} runs ended`}>
          {isPart && <li>Of the newest {bars.length}:</li>}
          {runTallies(bars.map(({ run }) => run)).map(({ kind, words, count }) => (
            <li key={kind}>
              <span className={styles.swatch} data-kind={kind} aria-hidden="true" /> {count} {words}
            </li>
          ))}
        </ul>
        <div className={styles.switch} role="radiogroup" aria-label="Height of the bars">
          {barHeights.map((height) => (
            <label key={height}>
              <input
                type="radio"
                name="bar-height"
                checked={barHeight === height}
                onChange={() => onBarHeight(height)}
              />
              <span>{heightWords[height]}</span>
            </label>
          ))}
        </div>
      </div>
      <div className={styles.top} aria-hidden="true">
        {top}
      </div>
      <div
        className={styles.plot}
        style={width}
        role="slider"
        tabIndex={0}
        aria-label={`Chart of the newest ${bars.length} runs`}
        aria-valuemin={1}
        aria-valuemax={bars.length}
        aria-valuenow={picked + 1}
        aria-valuetext={text}
        onKeyDown={onKeyDown}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
      >
        {bars.map(({ run, height }, index) => (
          <span key={run.executionId} className={styles.slot} data-picked={index === picked || undefined}>
            <span
              className={styles.bar}
              data-kind={barKind(run.executionStatus)}
              style={{ blockSize: `max(3px, ${(height * 100).toFixed(2)}%)` }}
            />
          </span>
        ))}
      </div>
      <div className={styles.axis} style={width} aria-hidden="true">
        <span>{atTime(oldest.run.startedAt, asOf, timeZone).replace(/^(at|on) /, '')}</span>
        <span>{atTime((bars.at(-1) ?? oldest).run.startedAt, asOf, timeZone).replace(/^(at|on) /, '')}</span>
      </div>
      <p className={styles.readout} aria-hidden="true">
        <span className={styles.swatch} data-kind={barKind(shown.run.executionStatus)} /> {text}
      </p>
    </div>
  );
}
