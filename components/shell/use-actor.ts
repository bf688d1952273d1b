import { storeText, useStoredText } from '@/components/ui/stored-text';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useSession } from './viewer';

const storageKey = 'sluice.actor';

/** Longest name that is kept, in characters. */
export const actorMaxLength = 128;

export interface Actor {
  /** The name under which this browser's actions are recorded, sent as `x-sluice-actor`; undefined until someone gives it. */
  actor: string | undefined;
  /** True once the browser was asked, so that undefined means "nobody said". */
  known: boolean;
  /** Takes the name for this and every later visit; a blank one forgets it. */
  setActor(name: string): void;
}

function setActor(name: string): void {
  const trimmed = name.trim().slice(0, actorMaxLength);
  storeText(storageKey, trimmed === '' ? undefined : trimmed);
}

/** Who acts in this browser: who is signed in, else whoever said so: asked once, kept here, changeable in the strip. */
export function useActor(): Actor {
  const session = useSession();
  const stored = useStoredText(storageKey);
  const isHydrated = useHydrated();
  return { actor: session?.name ?? stored, known: session !== undefined || isHydrated, setActor };
}
