/** A remark that the panel shows beside the data. */
export interface Notice {
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
  readonly link?: string;
  /** The tab of the query inspector that a click opens. */
  readonly inspect?: 'meta' | 'error' | 'data' | 'stats';
}

/** A figure for the query inspector. */
export interface Stat {
  readonly displayName: string;
  readonly value: number;
  readonly unit?: string;
  readonly decimals?: number;
}

/** What a frame says about itself (protocol section 3.5). Its type and typeVersion are set by encodeFrame. */
export interface FrameMeta {
  readonly notices?: readonly Notice[];
  readonly stats?: readonly Stat[];
  /** Anything JSON can say, for front ends and tests. */
  readonly custom?: object;
  readonly executedQueryString?: string;
  readonly preferredVisualisationType?: 'graph' | 'table' | 'logs' | 'trace' | 'nodeGraph' | 'flamegraph';
  readonly preferredVisualisationPluginId?: string;
  /** The live channel (`ds/<uid>/<path>`) that updates this frame. */
  readonly channel?: string;
  /** Indices of the fields that together identify a row. */
  readonly uniqueRowIdFields?: readonly number[];
}
