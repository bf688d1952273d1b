import type { World } from '@/contract/console';

/** The ARN of a flow, `arn:aws:appflow:REGION:ACCOUNT:flow/NAME`. */
export function flowArn({ account, region }: World, flowName: string): string {
  return `arn:aws:appflow:${region}:${account}:flow/${flowName}`;
}

/** Who did something, as AppFlow says it (createdBy, lastUpdatedBy): the ARN of a user, without white space. */
export function userArn({ account }: World, actor: string): string {
  return `arn:aws:iam::${account}:user/${encodeURIComponent(actor)}`;
}
