import BarChart from '@cloudscape-design/components/bar-chart';
import { memo, useMemo } from 'react';
import { numberText } from '@/components/ui/quantity';
import type { RunHour } from '@/contract/activity';

interface RunBarsProps {
  hours: RunHour[];
  hourText: (hour: RunHour) => string;
}

const kinds = [
  { of: 'successful', title: 'Successful', color: 'var(--sluice-bar-good)' },
  { of: 'failed', title: 'Failed', color: 'var(--sluice-bar-bad)' },
  { of: 'canceled', title: 'Canceled', color: 'var(--sluice-bar-quiet)' },
] as const;

/** Bars of an hour each, stacked by how the runs ended. */
export const RunBars = memo(
  function RunBars({ hours, hourText }: RunBarsProps) {
    const labels = useMemo(() => hours.map(hourText), [hours, hourText]);
    return (
      <BarChart
        series={kinds.map(({ of, title, color }) => ({
          type: 'bar',
          title,
          color,
          data: hours.map((hour, index) => ({ x: labels[index] ?? '', y: hour[of] })),
          valueFormatter: numberText,
        }))}
        stackedBars
        xScaleType="categorical"
        xDomain={labels}
        yDomain={[0, Math.max(4, ...hours.map((hour) => hour.successful + hour.failed + hour.canceled))]}
        height={180}
        hideFilter
        ariaLabel="Runs that ended, by hour"
        ariaDescription="Stacked bars for the last 24 hours: successful, failed and canceled runs. The button above shows the same as a table."
        i18nStrings={{
          chartAriaRoleDescription: 'bar chart',
          xAxisAriaRoleDescription: 'hours',
          yAxisAriaRoleDescription: 'runs',
          detailPopoverDismissAriaLabel: 'Close',
          legendAriaLabel: 'How the runs ended',
          yTickFormatter: (runs) => (Number.isInteger(runs) ? numberText(runs) : ''),
        }}
      />
    );
  },
  // A read every two seconds brings the same hours nearly always: drawing them again would close what is pointed at.
  (before, after) => JSON.stringify(before.hours) === JSON.stringify(after.hours),
);
