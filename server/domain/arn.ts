import { World } from '@/contract/console';
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

/** What AppFlow allows of a name in createdBy is 256 characters for the whole ARN. */
const NAME_LIMIT = 200;

/** What AppFlow allows of createdBy. */
const ARN_LIMIT = 256;

/** Whom IAM knows: a user, a role that someone has taken on, an account's owner. */
const PRINCIPAL_ARN = /^arn:aws[a-z-]*:(iam|sts)::\d{12}:\S+$/;

/**
 * Who did something, as AppFlow says it (createdBy, lastUpdatedBy): the ARN of a user, without white space, cut where it is too long.
 * Someone known by an ARN keeps it.
 */
export function userArn({ account }: World, actor: string): string {
  if (actor.length <= ARN_LIMIT && PRINCIPAL_ARN.test(actor)) {
    return actor;
  }
  const name = encodeURIComponent(actor).slice(0, NAME_LIMIT).replace(/%.?$/, '');
  return `arn:aws:iam::${account}:user/${name}`;
}

/** Whom AppFlow means by an ARN: the plain name where userArn makes the same ARN of it, else the ARN itself. */
export function actorOf(world: World, arn: string): string {
  const name = /:user\/(\S+)$/.exec(arn)?.[1];
  const plain = name === undefined ? undefined : decoded(name);
  return plain !== undefined && userArn(world, plain) === arn ? plain : arn;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The flow that an ARN names, in whatever world and partition; undefined for the ARN of anything else. */
export function readFlowArn(arn: string): (World & { flowName: string }) | undefined {
  const [, region, account, name] = /^arn:aws[a-z-]*:appflow:([^:]+):([^:]+):flow\/(.+)$/s.exec(arn) ?? [];
  const world = World.safeParse({ account, region });
  const flowName = FlowName.safeParse(name);
  return world.success && flowName.success ? { ...world.data, flowName: flowName.data } : undefined;
}
