/** The parts of the form, in their order. */
export const formParts = ['flow', 'source', 'destination', 'trigger', 'mapping', 'tags'] as const;
export type FormPart = (typeof formParts)[number];

/** What the service says against a part of the form; undefined where it does not say against which. */
export interface RefusedMember {
  part: FormPart | undefined;
  text: string;
}

const begins =
  /, (?=(?:Task Validation Error|sourceFlowConfig|destinationFlowConfigList|triggerConfig|scheduleExpression|scheduleEndTime|firstExecutionFrom|and \d+ more))/;

const parts: [RegExp, FormPart][] = [
  [/^Task Validation Error|'tasks\b|^tasks\b/, 'mapping'],
  [/sourceFlowConfig|source connector/i, 'source'],
  [/destinationFlowConfigList|Destination object/, 'destination'],
  [/triggerConfig|schedule|firstExecutionFrom|trigger type/, 'trigger'],
  [/'tags\b/, 'tags'],
  [/'flowName'|Flow with name|'description'/, 'flow'],
];

/** Takes a refusal's message apart into what it says against each member: AppFlow lists them in brackets, the constraints by semicolons. */
export function refusedMembers(message: string): RefusedMember[] {
  const listed = /\[(.*)\]\s*$/s.exec(message)?.[1];
  const constraints = /validation errors? detected: (.*)$/s.exec(message)?.[1];
  const texts = listed?.split(begins) ?? constraints?.split('; ') ?? [message];
  return texts.map((text) => ({ part: partOf(text), text }));
}

function partOf(text: string): FormPart | undefined {
  // A schedule that a source connector does not allow is mended at the schedule.
  if (/^(schedule|trigger)/.test(text)) return 'trigger';
  return parts.find(([pattern]) => pattern.test(text))?.[1];
}
