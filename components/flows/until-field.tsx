import DateInput from '@cloudscape-design/components/date-input';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import TimeInput from '@cloudscape-design/components/time-input';
import { comingTime, zoneText } from '@/components/words/time';
import styles from './until-field.module.css';
import { type Until, untilAt, untilChoices } from './until';

interface UntilFieldProps {
  value: Until;
  onChange: (until: Until) => void;
  /** The server's time. */
  now: number;
  /** Whether someone tried to go on. */
  isChecked: boolean;
}

function problemOf({ date, time }: Until): string {
  return date === '' || time === '' ? 'Choose a time.' : 'This is not a time to come.';
}

/** The time zone of what was chosen, which may be another when the clocks change. */
function zoneOf(until: Until, now: number): string {
  const at = untilAt(until, now);
  return zoneText(typeof at === 'number' ? at : now);
}

function optionsFor(until: Until, now: number): { value: Until['choice']; label: string }[] {
  const choices = untilChoices.map((option) =>
    option.value === 'tomorrow'
      ? { ...option, label: `${option.label} ${zoneOf({ ...until, choice: option.value }, now)}` }
      : option,
  );
  const { before } = until;
  if (before === undefined) return choices;
  return [
    { value: 'before', label: `As before: ${comingTime(before, now)} ${zoneText(before)}` },
    ...choices,
  ];
}

/** When a flow that is stopped now starts again by itself, if it does. */
export function UntilField({ value, onChange, now, isChecked }: UntilFieldProps) {
  const options = optionsFor(value, now);
  const selected = options.find(({ value: choice }) => choice === value.choice) ?? null;
  return (
    <div className={styles.until}>
      <FormField
        label="Start again"
        description="Any start, stop, update or delete before then cancels this."
      >
        <Select
          options={options}
          selectedOption={selected}
          onChange={({ detail }) => {
            const chosen = options.find(({ value: choice }) => choice === detail.selectedOption.value);
            if (chosen) onChange({ ...value, choice: chosen.value });
          }}
        />
      </FormField>
      {value.choice === 'at' && (
        <div className={styles.time}>
          <FormField
            label="Date"
            errorText={isChecked && untilAt(value, now) === 'not-a-time' ? problemOf(value) : undefined}
          >
            <DateInput
              value={value.date}
              onChange={({ detail }) => onChange({ ...value, date: detail.value })}
              placeholder="YYYY/MM/DD"
            />
          </FormField>
          <FormField label="Time" constraintText={zoneOf(value, now)}>
            <TimeInput
              value={value.time}
              onChange={({ detail }) => onChange({ ...value, time: detail.value })}
              format="hh:mm"
              placeholder="hh:mm"
            />
          </FormField>
        </div>
      )}
    </div>
  );
}
