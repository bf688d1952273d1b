import { propertyFields } from './connector-members';
import { connectorTypeOf, placeOf, propertyPath } from './connector-part';
import { type Draft, type Path, pathInWords } from './draft';
import { readMapping } from './mapping-draft';
import { schedule } from './trigger-part';

/** What the form calls the members of a draft that it has fields for, by their paths in words. */
export function fieldLabels(draft: Draft): ReadonlyMap<string, string> {
  const ofSchedule = (name: string) => pathInWords([...schedule, name]);
  const ends = (['source', 'destination'] as const).flatMap((role) =>
    [
      { path: [...placeOf[role], 'connectorType'], label: 'Connector' },
      { path: [...placeOf[role], 'connectorProfileName'], label: 'Connector profile' },
      ...propertyFields(role, connectorTypeOf(draft, role)).map(({ name, label }) => ({
        path: propertyPath(draft, role, name),
        label,
      })),
    ].map(({ path, label }) => [pathInWords(path), `${label} of the ${role}`] as const),
  );
  return new Map([
    ['flowName', 'Name'],
    ['description', 'Description'],
    ...ends,
    ['triggerConfig.triggerType', 'Trigger'],
    [ofSchedule('scheduleExpression'), 'Schedule'],
    [ofSchedule('scheduleStartTime'), 'From'],
    [ofSchedule('scheduleEndTime'), 'Until'],
    [ofSchedule('dataPullMode'), 'Each run reads'],
    [ofSchedule('flowErrorDeactivationThreshold'), 'Suspend it after'],
    ...(readMapping(draft.tasks).kind === 'other' ? [] : [['tasks', 'Fields'] as const]),
    ['tags', 'Tags'],
  ]);
}

/** The member that a field stands for where a problem is: of the tags, which have one field together, all of them. */
export function memberOfField(path: Path): string {
  return path[0] === 'tags' ? 'tags' : pathInWords(path);
}

/** Moves the focus to the first field of the form that stands for one of these members, once what is wrong is said there. */
export function focusField(form: Element | null | undefined, members: readonly string[]): void {
  requestAnimationFrame(() => {
    const fields = [...(form?.querySelectorAll<HTMLElement>('[data-member]') ?? [])];
    const field = fields.find(
      ({ dataset }) => dataset.member !== undefined && members.includes(dataset.member),
    );
    const control =
      field?.querySelector<HTMLElement>('[aria-invalid="true"], input:checked') ??
      field?.querySelector<HTMLElement>('input, button');
    control?.focus();
    // Also where the focus was there already, and the problem is new below it.
    field?.scrollIntoView({ block: 'nearest' });
  });
}
