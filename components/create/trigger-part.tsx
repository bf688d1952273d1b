import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import { useId, useState } from 'react';
import { LocalTimeInput } from '@/components/ui/local-time-input';
import { triggerInWords } from '@/components/words/trigger';
import { useConnectors } from '@/queries/connectors';
import { connectorTypeOf } from './connector-part';
import styles from './create.module.css';
import { isObject, type Path, pathInWords, textAt, valueAt } from './draft';
import { useFields } from './fields-context';
import { FormPart } from './form-part';
import {
  rateUnits,
  readSchedule,
  type ScheduleDraft,
  scheduleProblem,
  writeSchedule,
} from './schedule-words';
import { OptionalLabel } from './text-field';

const config: Path = ['triggerConfig'];
/** Where a schedule stands in the draft. */
export const schedule: Path = [...config, 'triggerProperties', 'Scheduled'];
const usualSchedule = { scheduleExpression: 'rate(1hours)', dataPullMode: 'Incremental' };

const triggers = [
  { value: 'OnDemand', label: 'On demand', description: 'It runs when someone starts it.' },
  { value: 'Scheduled', label: 'On a schedule', description: 'It runs by itself once it is started.' },
  { value: 'Event', label: 'On event', description: 'It runs when the source says that something changed.' },
];

/** When the flow runs. */
export function TriggerPart() {
  const { world, draft, set, problemAt } = useFields();
  const { data: connectors } = useConnectors(world);
  const supported = connectors?.get(connectorTypeOf(draft, 'source'))?.supportedTriggerTypes;
  const triggerType = textAt(draft, [...config, 'triggerType']);
  // What was typed comes back when one changes one's mind.
  const [lastSchedule, setLastSchedule] = useState<unknown>(usualSchedule);
  const choose = (chosen: string) => {
    const typed = valueAt(draft, schedule);
    if (isObject(typed)) setLastSchedule(typed);
    set(config, {
      triggerType: chosen,
      ...(chosen === 'Scheduled' && { triggerProperties: { Scheduled: typed ?? lastSchedule } }),
    });
  };
  return (
    <FormPart part="trigger" heading="When it runs">
      <FormField
        data-member={pathInWords([...config, 'triggerType'])}
        label="Trigger"
        errorText={problemAt([...config, 'triggerType'])}
      >
        <RadioGroup
          value={triggerType}
          items={triggers.map((trigger) => ({
            ...trigger,
            disabled:
              supported !== undefined &&
              trigger.value !== triggerType &&
              supported.every((type) => type !== trigger.value),
          }))}
          onChange={({ detail }) => choose(detail.value)}
        />
      </FormField>
      {triggerType === 'Scheduled' && <ScheduleFields />}
    </FormPart>
  );
}

const kinds = [
  { value: 'rate', label: 'Every so often' },
  { value: 'cron', label: 'By a cron expression' },
];

function ScheduleFields() {
  const { draft, set, problemAt } = useFields();
  const path = [...schedule, 'scheduleExpression'];
  const expression = textAt(draft, path);
  const read = readSchedule(expression);
  const write = (next: ScheduleDraft) => set(path, writeSchedule(next));
  const problem = scheduleProblem(read);
  const words = triggerInWords({ triggerType: 'Scheduled', scheduleExpression: expression });
  return (
    <>
      <div className={styles.row}>
        <FormField label="Schedule">
          <Select
            options={kinds}
            selectedOption={kinds.find(({ value }) => value === read.kind) ?? null}
            onChange={({ detail }) =>
              write(
                detail.selectedOption.value === 'cron'
                  ? { kind: 'cron', cron: '0 6 * * ? *' }
                  : { kind: 'rate', every: '1', unit: 'hours' },
              )
            }
          />
        </FormField>
        {read.kind === 'rate' ? (
          <FormField
            data-member={pathInWords(path)}
            label="Every"
            errorText={problem ?? problemAt(path)}
            constraintText={problem === undefined ? `${words}: ${expression}` : undefined}
          >
            <div className={styles.every}>
              <Input
                value={read.every}
                onChange={({ detail }) => write({ ...read, every: detail.value.replace(/\D/g, '') })}
                inputMode="numeric"
                ariaLabel="Every how many"
              />
              <Select
                options={rateUnits.map((value) => ({ value }))}
                selectedOption={{ value: read.unit }}
                onChange={({ detail }) => {
                  const unit = rateUnits.find((candidate) => candidate === detail.selectedOption.value);
                  if (unit) write({ ...read, unit });
                }}
                ariaLabel="Unit of time"
              />
            </div>
          </FormField>
        ) : (
          <FormField
            data-member={pathInWords(path)}
            label="Cron expression"
            errorText={problem ?? problemAt(path)}
            description="In UTC: minutes, hours, day of month, month, day of week, year."
            constraintText={words === expression ? undefined : words}
          >
            <Input
              value={read.cron}
              onChange={({ detail }) => write({ kind: 'cron', cron: detail.value })}
              autoComplete={false}
              spellcheck={false}
            />
          </FormField>
        )}
      </div>
      <div className={styles.row}>
        <TimeField label="From" name="scheduleStartTime" />
        <TimeField label="Until" name="scheduleEndTime" />
      </div>
      <div className={styles.row}>
        <PullModeField />
        <ThresholdField />
      </div>
    </>
  );
}

function TimeField({ label, name }: { label: string; name: string }) {
  const { draft, set, problemAt } = useFields();
  const controlId = useId();
  const path = [...schedule, name];
  const seconds = valueAt(draft, path);
  return (
    <FormField
      data-member={pathInWords(path)}
      label={<OptionalLabel label={label} />}
      description="In your time zone."
      errorText={problemAt(path)}
      controlId={controlId}
    >
      <LocalTimeInput
        controlId={controlId}
        at={typeof seconds === 'number' ? seconds * 1_000 : undefined}
        onChange={(at) => set(path, at === undefined ? undefined : at / 1_000)}
      />
    </FormField>
  );
}

const pullModes = [
  { value: 'Incremental', label: 'What is new since the last run' },
  { value: 'Complete', label: 'Everything, each time' },
];

function PullModeField() {
  const { draft, set, problemAt } = useFields();
  const path = [...schedule, 'dataPullMode'];
  const mode = textAt(draft, path);
  return (
    <FormField data-member={pathInWords(path)} label="Each run reads" errorText={problemAt(path)}>
      <Select
        options={pullModes}
        selectedOption={pullModes.find(({ value }) => value === mode) ?? null}
        placeholder="Not said"
        onChange={({ detail }) => set(path, detail.selectedOption.value)}
      />
    </FormField>
  );
}

function ThresholdField() {
  const { draft, set, problemAt } = useFields();
  const path = [...schedule, 'flowErrorDeactivationThreshold'];
  const value = valueAt(draft, path);
  return (
    <FormField
      data-member={pathInWords(path)}
      label={<OptionalLabel label="Suspend it after" />}
      description="So many failed runs in a row."
      errorText={problemAt(path)}
    >
      <Input
        value={typeof value === 'number' ? String(value) : ''}
        onChange={({ detail }) => {
          const digits = detail.value.replace(/\D/g, '').slice(0, 6);
          set(path, digits === '' ? undefined : Number(digits));
        }}
        inputMode="numeric"
      />
    </FormField>
  );
}
