import type { Services } from '../context';
import type { Metrics } from './metrics';
import { pathOf, type WireRequest, type WireResponse } from './request';

/**
 * Answers `/healthz` (the process is alive), `/readyz` (it can serve, or what keeps it from that) and `/metrics` (for Prometheus);
 * undefined for other paths.
 */
export function answerHealth(
  { method, rawUrl }: Pick<WireRequest, 'method' | 'rawUrl'>,
  services: Services,
  metrics: Metrics,
): WireResponse | Promise<WireResponse> | undefined {
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
    case '/metrics':
      return answerMetrics(metrics);
    default:
      return undefined;
  }
}

async function answerMetrics(metrics: Metrics): Promise<WireResponse> {
  const { contentType, body } = await metrics.text();
  return { status: 200, headers: { 'content-type': contentType, 'cache-control': 'no-store' }, body };
}

function plain(status: number, body: string): WireResponse {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    body,
  };
}
