import type { World } from '@/contract/console';

/** So many streams may be open in the process at once; each costs a socket and some kilobytes. */
const FOLLOWERS_LIMIT = 500;

/** One reader of a world's events. */
export interface Follower {
  /**
   * Waits for the next commit in the world, or comes at once when there was one since the last call. `quiet` after `timeoutMs`
   * without any, `end` when the process stops or the follower has left.
   */
  next(timeoutMs: number): Promise<'change' | 'quiet' | 'end'>;
  leave(): void;
}

/**
 * Tells who follows a world that something was committed there, never what: each reads the event log at its own pace, so that a slow
 * reader keeps nothing in memory.
 */
export interface ChangeFeed {
  /** Something was committed in these worlds. */
  tell(worlds: Iterable<World>): void;
  /** Undefined when too many follow already, or the process stops. */
  follow(world: World): Follower | undefined;
  followers(): number;
  /** Ends all followers, for good. */
  end(): void;
}

type Place = Follower & { wake(): void };

export function createChangeFeed(limit = FOLLOWERS_LIMIT): ChangeFeed {
  const places = new Map<string, Set<Place>>();
  let ended = false;

  const all = () => [...places.values()].flatMap((ofWorld) => [...ofWorld]);

  return {
    tell(worlds) {
      const keys = new Set<string>();
      for (const world of worlds) {
        keys.add(keyOf(world));
      }
      for (const key of keys) {
        places.get(key)?.forEach((place) => {
          place.wake();
        });
      }
    },
    follow(world) {
      if (ended || all().length >= limit) {
        return undefined;
      }
      const key = keyOf(world);
      const ofWorld = places.get(key) ?? new Set();
      places.set(key, ofWorld);
      const place = createPlace(() => {
        ofWorld.delete(place);
        if (ofWorld.size === 0 && places.get(key) === ofWorld) {
          places.delete(key);
        }
      });
      ofWorld.add(place);
      return place;
    },
    followers: () => all().length,
    end() {
      ended = true;
      all().forEach((place) => {
        place.leave();
      });
    },
  };
}

function createPlace(onLeave: () => void): Place {
  let isChanged = false;
  let hasLeft = false;
  let settle: (() => void) | undefined;

  return {
    async next(timeoutMs) {
      if (!isChanged && !hasLeft) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeoutMs);
          settle = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        settle = undefined;
      }
      if (hasLeft) {
        return 'end';
      }
      const said = isChanged ? 'change' : 'quiet';
      isChanged = false;
      return said;
    },
    wake() {
      isChanged = true;
      settle?.();
    },
    leave() {
      hasLeft = true;
      settle?.();
      onLeave();
    },
  };
}

function keyOf({ account, region }: World): string {
  return `${account} ${region}`;
}
