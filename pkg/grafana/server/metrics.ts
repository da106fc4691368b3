import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** How a request ended, as a label. */
export type Outcome = 'ok' | 'error' | 'cancelled';

/** Seconds; from a health check to the longest time limit. */
const durationBuckets = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 60];

/** Milliseconds between looks at the event loop; finer ones cost more than they tell. */
const eventLoopPrecisionMs = 20;

/** What a plugin tells about itself, in a registry of its own: other users of prom-client do not appear. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests: Counter<'endpoint' | 'outcome'>;
  readonly #durations: Histogram<'endpoint'>;

  /** @param droppedLines the number of log lines that were dropped so far */
  constructor(droppedLines: () => number) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry, eventLoopMonitoringPrecision: eventLoopPrecisionMs });
    this.#requests = new Counter({
      name: 'grafana_plugin_requests_total',
      help: 'Calls by endpoint and how they ended; a QueryData call counts once for each of its queries.',
      labelNames: ['endpoint', 'outcome'],
      registers,
    });
    this.#durations = new Histogram({
      name: 'grafana_plugin_request_duration_seconds',
      help: 'Time from a call to its answer.',
      labelNames: ['endpoint'],
      buckets: durationBuckets,
      registers,
    });
    new Gauge({
      name: 'grafana_plugin_log_lines_dropped',
      help: 'Log lines that were dropped because the host did not read them.',
      registers,
      collect() {
        this.set(droppedLines());
      },
    });
  }

  count(endpoint: string, outcome: Outcome, startedMs: number): void {
    this.#requests.inc({ endpoint, outcome });
    this.#durations.observe({ endpoint }, (performance.now() - startedMs) / 1000);
  }

  /** Prometheus' text format. */
  text(): Promise<string> {
    return this.registry.metrics();
  }
}
