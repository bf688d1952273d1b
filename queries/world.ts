import { defaultWorld, type StatusFilter, World } from '@/contract/console';

/** The query string of a page as Next gives it to server components. */
export type PageSearch = Record<string, string | string[] | undefined>;

/** The world that a query string chooses; a missing or malformed account or region is the default one. */
export function worldFrom(search: { get(name: string): string | null }): World {
  const account = World.shape.account.safeParse(search.get('account'));
  const region = World.shape.region.safeParse(search.get('region'));
  return {
    account: account.data ?? defaultWorld.account,
    region: region.data ?? defaultWorld.region,
  };
}

export function isSameWorld(one: World, other: World): boolean {
  return one.account === other.account && one.region === other.region;
}

/**
 * The query string in the address bar, as the last change has left it, which the page may not show yet; undefined where the address is
 * that of another page or world, which is coming.
 */
export function addressNow(path: string, world: World): URLSearchParams | undefined {
  const search = new URLSearchParams(window.location.search);
  return window.location.pathname === path && isSameWorld(worldFrom(search), world) ? search : undefined;
}

/** The query string of a server component's page as URLSearchParams. */
export function searchOf(search: PageSearch): URLSearchParams {
  const entries = Object.entries(search).flatMap(([name, value]): [string, string][] => {
    return [value ?? []].flat().map((each): [string, string] => [name, each]);
  });
  return new URLSearchParams(entries);
}

/** The parameters that keep a world in a URL: none for the default one. */
export function worldSearch(world: World): URLSearchParams {
  return new URLSearchParams(
    isSameWorld(world, defaultWorld) ? {} : { account: world.account, region: world.region },
  );
}

/** A path of the console that stays in the world, for example `/flows/orders?account=…&region=…`, with what else is asked of it. */
export function worldHref(path: string, world: World, asked: Record<string, string> = {}): string {
  const search = new URLSearchParams([...worldSearch(world), ...Object.entries(asked)]);
  return search.size === 0 ? path : `${path}?${search}`;
}

/** The list of flows that these parameters of it find, for example those in one status. */
export function flowsHref(world: World, asked: Record<string, string> & { status?: StatusFilter }): string {
  return `/flows?${new URLSearchParams([...Object.entries(asked), ...worldSearch(world)])}`;
}

/** The page of a flow. */
export function flowHref(flowName: string, world: World): string {
  return worldHref(`/flows/${encodeURIComponent(flowName)}`, world);
}

/** The page of a bulk job. */
export function bulkJobHref(jobId: string, world: World): string {
  return worldHref(`/bulk/${encodeURIComponent(jobId)}`, world);
}

/** In the address of a flow's page that was just made. */
export const createdParameter = 'created';

/** The page of a flow that was just made. */
export function createdHref(flowName: string, world: World): string {
  return worldHref(`/flows/${encodeURIComponent(flowName)}`, world, { [createdParameter]: '1' });
}

/** The page on which a flow's definition is changed. */
export function editHref(flowName: string, world: World): string {
  return worldHref(`/flows/${encodeURIComponent(flowName)}/edit`, world);
}

/** The page on which a flow is made. */
export function createHref(world: World): string {
  return worldHref('/create', world);
}

/** The page on which a flow like another one is made. */
export function duplicateHref(flowName: string, world: World): string {
  return worldHref('/create', world, { from: flowName });
}

/** The flow that a page's path segment names; a malformed one names itself, so that nothing is found under it. */
export function flowNameOf(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
