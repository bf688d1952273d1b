import type { World } from '@/contract/console';

/**
 * The AWS CLI line that does the same as the console: `awsCli(world, 'StopFlow', { flowName: 'x' }, origin)`.
 * It carries a made-up key, the endpoint and the region, so that a line which loses its endpoint is refused by AWS
 * instead of stopping a production flow. In strict mode that is a key of Sluice's, whose secret only its owner can fill in.
 */
export function asAwsCli(
  world: World,
  operation: string,
  input: Record<string, unknown>,
  origin: string,
  accessKeyId?: string,
): string {
  const key = accessKeyId === undefined ? [world.account, 'x'] : [accessKeyId, 'YOUR_SECRET'];
  return [
    `AWS_ACCESS_KEY_ID=${key[0]} AWS_SECRET_ACCESS_KEY=${key[1]} aws appflow ${kebab(operation)}`,
    ...Object.entries(input).flatMap(([name, value]) => option(name, value)),
    `--endpoint-url ${quoted(origin)}`,
    `--region ${quoted(world.region)}`,
  ].join(' ');
}

function option(name: string, value: unknown): string[] {
  if (value === undefined) return [];
  if (value === true) return [`--${kebab(name)}`];
  if (value === false) return [`--no-${kebab(name)}`];
  return [`--${kebab(name)} ${quoted(typeof value === 'string' ? value : JSON.stringify(value))}`];
}

/** The AWS CLI's way to write a name: "StopFlow" is "stop-flow". */
export function kebab(name: string): string {
  return name.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

/** Words that no shell reads anything into stay bare; anything else goes into single quotes, which POSIX shells take as it is. */
export function quoted(word: string): string {
  // zsh reads something into a "=" at the beginning.
  return /^[\w@%+:,./-][\w@%+=:,./-]*$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
