import { AppLink } from '@/components/ui/app-link';
import { aboutInWords, deedInWords } from '@/components/words/event';
import { whoInWords } from '@/components/words/status';
import type { ActivityRow } from '@/contract/activity';
import type { World } from '@/contract/console';
import { bulkJobHref, flowHref } from '@/queries/world';

/** "Ana stopped orders: INC-1", with the page of what it is about, if that has one. */
export function EventSentence({ event, world }: { event: ActivityRow; world: World }) {
  const [before, after] = deedInWords(event);
  const href = hrefOf(event, world);
  const about = aboutInWords(event);
  return (
    <>
      <strong>{whoInWords(event)}</strong> {before}{' '}
      {href === undefined ? (
        about
      ) : (
        <AppLink variant="primary" href={href}>
          {about}
        </AppLink>
      )}
      {after}
    </>
  );
}

function hrefOf({ flowName, bulkJobId }: ActivityRow, world: World): string | undefined {
  if (flowName !== undefined) return flowHref(flowName, world);
  return bulkJobId === undefined ? undefined : bulkJobHref(bulkJobId, world);
}
