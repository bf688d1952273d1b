import type { World } from '@/contract/console';

/** So many streams may be open in the process at once; each costs a socket and some kilobytes. */
const FOLLOWERS_LIMIT = 500;

/** Followers are woken at most so often: under a flood each time brings many rows. */
const PACE_MS = 100;

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
  /** Whether one more may follow. */
  hasRoom(): boolean;
  /** Undefined when too many follow already, or the process stops. */
  follow(world: World): Follower | undefined;
  followers(): number;
  /** Ends all followers, for good. */
  end(): void;
}

type Place = Follower & { wake(): void };

/** All who follow one world. */
interface Audience {
  places: Set<Place>;
  /** While it runs they have just been woken. */
  pause: NodeJS.Timeout | undefined;
  isChanged: boolean;
}

export function createChangeFeed(limit = FOLLOWERS_LIMIT): ChangeFeed {
  const audiences = new Map<string, Audience>();
  let ended = false;

  const hasRoom = () => !ended && all().length < limit;
  const all = () => [...audiences.values()].flatMap(({ places }) => [...places]);

  /** Wakes all at once, so that they read the same of the log, which they then read together. */
  function wake(audience: Audience): void {
    if (audience.pause) {
      audience.isChanged = true;
      return;
    }
    audience.isChanged = false;
    audience.pause = setTimeout(() => {
      audience.pause = undefined;
      if (audience.isChanged) {
        wake(audience);
      }
    }, PACE_MS).unref();
    audience.places.forEach((place) => {
      place.wake();
    });
  }

  return {
    tell(worlds) {
      const keys = new Set<string>();
      for (const world of worlds) {
        keys.add(keyOf(world));
      }
      for (const key of keys) {
        const audience = audiences.get(key);
        if (audience) {
          wake(audience);
        }
      }
    },
    hasRoom,
    follow(world) {
      if (!hasRoom()) {
        return undefined;
      }
      const key = keyOf(world);
      const audience = audiences.get(key) ?? { places: new Set(), pause: undefined, isChanged: false };
      audiences.set(key, audience);
      const place = createPlace(() => {
        audience.places.delete(place);
        if (audience.places.size === 0 && audiences.get(key) === audience) {
          audiences.delete(key);
        }
      });
      audience.places.add(place);
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
