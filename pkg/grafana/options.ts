/** The limits of a served plugin. Every one has a default. */
export interface ServeOptions {
  /** Longest time for the queries of one request, together. Panels send no deadline (real-grafana P7). Default 60 000. */
  readonly queryTimeoutMs?: number;
  /** Longest time for a health check; "Save & test" shows the answer to a person who waits. Default 10 000. */
  readonly healthTimeoutMs?: number;
  /** Longest time until a resource call has sent its last message. Default 30 000. */
  readonly resourceTimeoutMs?: number;
  /** Longest time for collecting metrics; Prometheus scrapes with 10 s. Default 5 000. */
  readonly metricsTimeoutMs?: number;
  /** How long before the host's own deadline a call is given up, at most a tenth of it, so that the text arrives. Default 250. */
  readonly deadlineMarginMs?: number;
  /** Queries of one request that run at the same time; a dashboard of 50 queries must not starve others. Default 8. */
  readonly queryConcurrency?: number;
  /** Longest time for createInstance; after it the creation counts as failed. Default 30 000. */
  readonly instanceTimeoutMs?: number;
  /** An instance that nobody used for so long is disposed: Grafana does not tell when a data source is deleted. Default 30 min. */
  readonly instanceIdleMs?: number;
  /** How long an instance with superseded settings stays, for calls that still carry them. Default 5 000. */
  readonly instanceRetireMs?: number;
  /** Superseded instances that are kept at most for each data source; more are disposed at once when unused. Default 4. */
  readonly maxRetiredInstances?: number;
  /** Largest message that is accepted; grpc-js would take 4 MiB, Grafana sends whole uploads. -1 for any. Default 64 MiB. */
  readonly maxReceiveBytes?: number;
  /** Error texts are cut to this, so that a quoted model does not flood a panel. Default 2 000 characters. */
  readonly maxErrorTextChars?: number;
  /**
   * Whether calls that succeed are logged, too, at debug level. Default false: the host reads and parses each line even
   * where it shows none of them; the metrics count the calls.
   */
  readonly logAnswers?: boolean;
  /** Longest line written to the log; the host cuts at 64 KiB and then does not parse. Default 60 000 bytes. */
  readonly maxLogLineBytes?: number;
  /** Log lines that wait for a host which does not read; more are dropped and counted. Default 1 MiB. */
  readonly maxLogBufferBytes?: number;
  /** How often the parent process is looked at; nothing else tells that the host died. Default 2 000. */
  readonly parentPollMs?: number;
  /** Longest time between the request to stop and the end of the process; the host kills after 2 000. Default 1 000. */
  readonly stopTimeoutMs?: number;
}
