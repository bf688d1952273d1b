import type { World } from '@/contract/console';

/** The ARN of a flow, `arn:aws:appflow:REGION:ACCOUNT:flow/NAME`. */
export function flowArn({ account, region }: World, flowName: string): string {
  return `arn:aws:appflow:${region}:${account}:flow/${flowName}`;
}

/** What AppFlow allows of a name in createdBy is 256 characters for the whole ARN. */
const NAME_LIMIT = 200;

/** Who did something, as AppFlow says it (createdBy, lastUpdatedBy): the ARN of a user, without white space, cut where it is too long. */
export function userArn({ account }: World, actor: string): string {
  const name = encodeURIComponent(actor).slice(0, NAME_LIMIT).replace(/%.?$/, '');
  return `arn:aws:iam::${account}:user/${name}`;
}
