/** After an error that was not foreseen it tries again. */
const RETRY_MS = 5_000;

export interface Loop {
  /** Has the work done as soon as possible: now, or once more after what is being done. */
  wake(): void;
  /** Begins nothing from now on; resolves when what it was doing is done. */
  stop(): Promise<void>;
}

/** Does work one round at a time; a wake-up is never lost, and an error is told and tried again. Long work asks whether to go on. */
export function createLoop({
  work,
  onError,
}: {
  work: (isStopped: () => boolean) => Promise<void>;
  onError: (error: unknown) => void;
}): Loop {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  function wake(): void {
    if (stopped) {
      return;
    }
    if (working) {
      again = true;
      return;
    }
    clearTimeout(timer);
    working = work(() => stopped)
      .catch((error: unknown) => {
        onError(error);
        timer = setTimeout(wake, RETRY_MS);
      })
      .finally(() => {
        working = undefined;
        if (again) {
          again = false;
          wake();
        }
      });
  }

  return {
    wake,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await working;
    },
  };
}
