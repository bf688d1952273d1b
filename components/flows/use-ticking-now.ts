import { useEffect, useState } from 'react';
import { useLiveness } from '@/queries/liveness';

const tickMs = 2_000;

/** The server's time that goes on from when something was read, while that is still how things are; it stands still otherwise. */
export function useTickingNow(asOf: number): number {
  const isLive = useLiveness().state === 'live';
  const [since, setSince] = useState({ asOf, ms: 0 });
  useEffect(() => {
    if (!isLive) return;
    const start = performance.now();
    const timer = setInterval(() => setSince({ asOf, ms: performance.now() - start }), tickMs);
    return () => clearInterval(timer);
  }, [asOf, isLive]);
  return asOf + (since.asOf === asOf ? since.ms : 0);
}
