import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** Counts a request that was answered: by operation, or "page" for what is not of the API. */
  observe(request: { operation: string | undefined; status: number; seconds: number }): void;
  /** All figures of the process, as Prometheus reads them. */
  text(): Promise<{ contentType: string; body: string }>;
}

/** The figures behind `/metrics`: the process's own and the requests'. */
export function createMetrics({ liveStreams }: { liveStreams: () => number }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'sluice_request_duration_seconds',
    help: 'How long requests took, by operation and HTTP status.',
    labelNames: ['operation', 'status'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2],
    registers: [registry],
  });
  new Gauge({
    name: 'sluice_live_streams',
    help: 'How many streams of events are open.',
    registers: [registry],
    collect() {
      this.set(liveStreams());
    },
  });
  return {
    observe: ({ operation = 'page', status, seconds }) => requests.observe({ operation, status }, seconds),
    text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}
