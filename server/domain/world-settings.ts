import type { WorldSettings } from '@/contract/activity';

/** What somebody wants done with a world itself. */
export interface WorldCommand {
  operation: 'ChangeWorld';
  settings: WorldSettings;
}

/** What a change of a world's settings changes, in words; undefined when nothing. */
export function changeInWords(before: WorldSettings, after: WorldSettings): string | undefined {
  const changes = [
    change('name', before.name ?? 'none', after.name ?? 'none'),
    change('colour', before.color ?? 'none', after.color ?? 'none'),
    change(
      'reason',
      before.reasonRequired ? 'required' : 'optional',
      after.reasonRequired ? 'required' : 'optional',
    ),
  ].filter((text) => text !== undefined);
  return changes.length === 0 ? undefined : changes.join('; ');
}

function change(what: string, before: string, after: string): string | undefined {
  return before === after ? undefined : `${what}: ${before} → ${after}`;
}
