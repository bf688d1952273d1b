import type { World } from '@/contract/console';
import { FlowName } from '@/contract/shapes.gen';

/** The ARN of a flow, `arn:aws:appflow:REGION:ACCOUNT:flow/NAME`. */
export function flowArn({ account, region }: World, flowName: string): string {
  return `arn:aws:appflow:${region}:${account}:flow/${flowName}`;
}

/** The ARN of a connector profile, `arn:aws:appflow:REGION:ACCOUNT:connectorprofile/NAME`. */
export function connectorProfileArn({ account, region }: World, connectorProfileName: string): string {
  return `arn:aws:appflow:${region}:${account}:connectorprofile/${connectorProfileName}`;
}

/** The ARN of a registered connector, `arn:aws:appflow:REGION:ACCOUNT:connector/LABEL`. */
export function connectorArn({ account, region }: World, connectorLabel: string): string {
  return `arn:aws:appflow:${region}:${account}:connector/${connectorLabel}`;
}

/** Where AppFlow would keep a profile's credentials, in AWS Secrets Manager; behind this one is nothing. */
export function credentialsArn(
  { account, region }: World,
  connectorProfileName: string,
  suffix: string,
): string {
  return `arn:aws:secretsmanager:${region}:${account}:secret:appflow!${account}-${connectorProfileName}-${suffix}`;
}

/** The flow that an ARN names, wherever it is; undefined for the ARN of anything else. */
export function readFlowArn(arn: string): (World & { flowName: string }) | undefined {
  const [, region, account, name] = /^arn:aws:appflow:([^:]+):([0-9]+):flow\/(.+)$/s.exec(arn) ?? [];
  const flowName = FlowName.safeParse(name);
  return region && account && flowName.success ? { account, region, flowName: flowName.data } : undefined;
}

/** What AppFlow allows of a name in createdBy is 256 characters for the whole ARN. */
const NAME_LIMIT = 200;

/** Who did something, as AppFlow says it (createdBy, lastUpdatedBy): the ARN of a user, without white space, cut where it is too long. */
export function userArn({ account }: World, actor: string): string {
  const name = encodeURIComponent(actor).slice(0, NAME_LIMIT).replace(/%.?$/, '');
  return `arn:aws:iam::${account}:user/${name}`;
}
