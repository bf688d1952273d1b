const longestWaitMs = 5_000;

/** Whether the server answers now, within five seconds. */
export async function serverAnswers(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(longestWaitMs);
    return (await fetch('/healthz', { cache: 'no-store', signal })).ok;
  } catch {
    return false;
  }
}
