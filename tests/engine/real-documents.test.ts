import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { DecodedFrame } from '../../pkg/grafana/index.ts';
import type { MonitorDocument } from '../../pkg/monitor/index.ts';
import { parseMonitorDocument } from '../../pkg/monitor/index.ts';
import { replaceTimes } from '../../pkg/profile/index.ts';
import { readArchive } from '../backend/archive.ts';
import { Engine } from '../backend/in-process.ts';

// The monitor documents of the WhyLabs platform's own tests over its own profiles (tests/data/README.md): nothing may
// be said that is not on the list below.
jest.setTimeout(120_000);

const documents = unzipSync(readFileSync(join(__dirname, '..', 'data', 'monitor-documents', 'whylabs-oss.zip')));
const refused = ['EvaluateTargetMatrix.json', 'customerConfig.json'];
const accepted = Object.keys(documents).filter((name) => !refused.includes(name));
const textOf = (name: string): string => new TextDecoder().decode(documents[name]);

/** Datasets with the days of their profiles; each file lies under its own name, and tells its dataset itself. */
const datasets = {
  'dataset-demo': ['2022-06-14', '2022-06-17'],
  'v1-org-0-model-2213-segmented': ['2023-03-28', '2023-03-31'],
  'org-0-model-2370-2024-10-29T140513.043-O9uTpB0OjPTrIgNdYX72Q8Y7fPmFHwC2': ['2024-10-01', '2024-11-02'],
  '2FcNiiPf': ['2024-10-06', '2024-10-09'],
  'org-0-model-2120-2024-11-02T211026.746-cjWsCucxLK3IXphpRk6ceew9Lc78KyFf': ['2024-11-01', '2024-11-04'],
} as const;

const files = new Map(
  [...readArchive('whylabs-oss-v1'), ...readArchive('whylabs-oss-v0')]
    .filter(([name]) => name.startsWith('profiles/') && name.endsWith('.bin'))
    .map(([name, bytes]) => [`${basename(name, '.bin')}/profile.bin`, bytes])
);

/** The file of lending as if it had been written on each of the two weeks before, and as a reference. */
const lending = files.get('v1-lendingclub/profile.bin') ?? new Uint8Array();
for (let day = 1; day <= 13; day += 1) {
  const timestampMs = Date.UTC(2022, 5, day);
  const times = { datasetTimestampMs: timestampMs, creationTimestampMs: timestampMs };
  files.set(
    `copies/${day}.bin`,
    replaceTimes('lending', lending, () => times)
  );
}
files.set('dataset-demo/reference/ref-gUZOGdkM99L36Cmi/1.bin', lending);
const engine = new Engine(files);

/** Everything that may be said of these documents and stores: docs/queries.md and docs/compatibility.md have it. */
const documented: readonly RegExp[] = [
  /^(\d+ of \d+ batches have|\d+ of \d+ batches has|the batch has) no verdict: InsufficientBaseline: /,
  /^\d+ results? ha(s|ve) no verdict: InsufficientBaseline: /,
  /^\d+ results? ha(s|ve) no verdict for other reasons$/,
  /^\d+ verdicts? (are|is) provisional: /,
  /^\d+ verdicts? stands? on data that arrived after the batch was ready$/,
  /^the analyzer "[^"]+": /,
  /^"[^"]+" has about \d+ distinct values and frequent_items holds some 100/,
  /^one bin holds [\d.]+ per cent of /,
  /^the analyzer "[^"]+" is disabled in its document; it is shown all the same$/,
  /^the monitor "[^"]+" is disabled or in an exclusion range, and says nothing$/,
  /^the monitor "[^"]+" names the analyzer "[^"]+", which (is disabled|the document does not have)$/,
];

function noticesOf(frames: readonly DecodedFrame[]): readonly string[] {
  return frames.flatMap(({ meta }) => {
    // pkg/grafana writes it so.
    const { notices = [] } = meta as { readonly notices?: readonly { readonly text: string }[] };
    return notices.map(({ text }) => text);
  });
}

function expectDocumented(frames: readonly DecodedFrame[]): void {
  for (const notice of noticesOf(frames)) {
    expect(documented.some((pattern) => pattern.test(notice)) ? '' : notice).toBe('');
  }
}

function parsed(name: string): MonitorDocument {
  const { document } = parseMonitorDocument(textOf(name));
  if (document === null) {
    throw new Error(`${name} is no document`);
  }
  return document;
}

it.each(refused)('%s is refused', async (name) => {
  const model = { kind: 'anomalies', datasetId: 'dataset-demo', monitor: textOf(name) };
  await expect(engine.frames(model, 0, 86_400_000)).rejects.toMatchObject({
    code: 'bad-document',
    message: expect.stringMatching(/^the query's monitor document cannot be used: /) as string,
  });
});

describe.each(accepted)('%s', (name) => {
  const document = parsed(name);
  const monitor = textOf(name);

  it.each(Object.entries(datasets))('over %s', async (datasetId, [from, to]) => {
    const range = [Date.parse(from), Date.parse(to)] as const;
    const ask = (model: object) => engine.frames({ datasetId, monitor, ...model }, ...range);
    expect(document.dropped).toEqual([]);
    for (const { id } of document.analyzers) {
      expectDocumented(await ask({ kind: 'analysis', analyzerId: id, series: ['verdict'] }));
      expectDocumented(await ask({ kind: 'analysis', analyzerId: id, aggregate: 'share' }));
      const latest = await ask({ kind: 'analysis', analyzerId: id, mode: 'latest', asOf: to });
      expectDocumented(latest);
      const sets = latest.map(({ fields: [value] }) => JSON.stringify(value?.labels));
      expect(new Set(sets).size).toBe(latest.length);
    }
    const annotations = await ask({ kind: 'anomalies' });
    expect(annotations.map(({ fields }) => fields.map((field) => field.name))).toEqual([
      ['time', 'timeEnd', 'title', 'text', 'tags', 'id'],
    ]);
    expectDocumented(annotations);
    for (const mode of ['table', 'latest']) {
      expectDocumented(await ask({ kind: 'monitor', mode, asOf: to }));
    }
    for (const { id } of document.monitors) {
      expectDocumented(await ask({ kind: 'monitor', mode: 'latest', monitorId: id, asOf: to }));
    }
  });
});

it('every analyzer has verdicts somewhere, but for those that have nothing to look at', async () => {
  const silent: string[] = [];
  for (const name of accepted) {
    for (const { id } of parsed(name).analyzers) {
      let verdicts = 0;
      for (const [datasetId, [from, to]] of Object.entries(datasets)) {
        const model = { kind: 'analysis', datasetId, monitor: textOf(name), analyzerId: id, series: ['verdict'] };
        const frames = await engine.frames(model, Date.parse(from), Date.parse(to));
        verdicts += frames.flatMap(({ fields }) => [...(fields[1]?.values ?? [])]).filter((one) => one !== null).length;
      }
      silent.push(...(verdicts === 0 ? [`${name} ${id}`] : []));
    }
  }
  expect(silent).toEqual([
    // A model whose performance is known on one day has no baseline.
    'monitor-config-example.json drift-analyzer',
    // How long ago the last upload was is a fact of the moment: a range that ended years before has none.
    'monitorConfigV3Sample.json missing_upload_analyzer',
    // Columns that no profile has.
    'toastConfig.json zealous-orangered-gerbil-984-analyzer',
    'toastConfig.json fixed_mean_25_pct',
  ]);
});
