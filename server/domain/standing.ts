import type { Standing } from '@/contract/console';
import type { Flow } from './flow';

type StandingFacts = Pick<Flow, 'flowStatus' | 'triggerType' | 'stoppedByFailures'>;

/** Where a flow stands. On-demand flows rest at Active for ever, so they are told apart from those that are switched on. */
export function standingOf({ flowStatus, triggerType, stoppedByFailures }: StandingFacts): Standing {
  switch (flowStatus) {
    case 'Active':
      return triggerType === 'OnDemand' ? 'on-demand' : 'active';
    case 'Suspended':
      return stoppedByFailures ? 'stopped-by-failures' : 'stopped-by-people';
    case 'Errored':
      return 'errored';
    case 'Draft':
      return 'draft';
    case 'Deprecated':
      return 'deprecated';
    case 'Deleted':
      return 'deleted';
  }
}

/** Whether a person should look: the flow is errored, was stopped by failures, or is on and its last run failed. */
export function needsAttention(flow: StandingFacts & Pick<Flow, 'failedExecutionsInARow'>): boolean {
  const standing = standingOf(flow);
  return (
    standing === 'errored' ||
    standing === 'stopped-by-failures' ||
    (flow.flowStatus === 'Active' && flow.failedExecutionsInARow > 0)
  );
}
