import type { Services } from '../context';
import { pathOf, type WireRequest, type WireResponse } from './request';

/** Answers `/healthz` (the process is alive) and `/readyz` (it can serve, or what keeps it from that); undefined for other paths. */
export function answerHealth(
  { method, rawUrl }: Pick<WireRequest, 'method' | 'rawUrl'>,
  services: Services,
): WireResponse | undefined {
  if (method !== 'GET' && method !== 'HEAD') {
    return undefined;
  }
  switch (pathOf(rawUrl)) {
    case '/healthz':
      return plain(200, 'alive\n');
    case '/readyz': {
      const reasons = services.notReady();
      return reasons.length === 0 ? plain(200, 'ready\n') : plain(503, `${reasons.join('\n')}\n`);
    }
    default:
      return undefined;
  }
}

function plain(status: number, body: string): WireResponse {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    body,
  };
}
