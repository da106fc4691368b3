import type { Cell, ClientSettings, PluginClient } from '../../pkg/grafana/index.ts';
import type { DatasetResource } from '../../pkg/contract/index.ts';

/** A running back end and the data source in whose name it is asked. */
export interface Asker {
  readonly client: PluginClient;
  readonly settings: ClientSettings;
}

/** One value of one series. */
export interface Point {
  readonly column: string;
  readonly timeMs: number;
  readonly value: number | null;
}

/** Frames carry nanoseconds. */
function epochMs(cell: Cell | undefined): number {
  return typeof cell === 'bigint' ? Number(cell / 1_000_000n) : NaN;
}

/** The points of a metric query over a dataset's whole time, of all columns in one list. */
export async function askMetric(
  { client, settings }: Asker,
  dataset: DatasetResource,
  model: object
): Promise<readonly Point[]> {
  const query = {
    refId: 'A',
    model: { kind: 'metric', datasetId: dataset.id, ...model },
    fromMs: dataset.firstMs ?? 0,
    toMs: (dataset.lastMs ?? 0) + 1,
    maxDataPoints: 100_000,
  };
  const answer = (await client.queryData([query], { settings })).get('A');
  if (answer === undefined || answer.error !== '') {
    throw new Error(`the back end refuses the query: ${answer?.error ?? 'no answer'}`);
  }
  return answer.frames.flatMap((frame) => {
    const [time, value] = frame.fields;
    return (value?.values ?? []).map((cell, row) => ({
      column: value?.labels['column'] ?? '',
      timeMs: epochMs(time?.values[row]),
      value: typeof cell === 'number' ? cell : null,
    }));
  });
}
