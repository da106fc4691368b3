import { validateDocument } from './gen/validate-document.js';
import { parseMonitorDocument } from './parse-monitor-document.ts';
import { saveProblems } from './save/save-problems.ts';
import { monitorDocumentSchema } from './schema/monitor-document-schema.ts';
import { documentExample, lines } from './testing/examples.ts';
import { realDocuments } from './testing/real-documents.ts';
import { Ajv } from 'ajv';

const documents = realDocuments();

function read(name: string) {
  return parseMonitorDocument(documents.get(name) ?? '');
}

const unknownKey = 'this key is unknown; it is kept and has no effect. Remedy: remove it, or keep it as a remark';
const noColumns =
  'a target of the whole dataset has no columns, so this is ignored. Remedy: remove it, or set type to "column"';

/** Analyzers and monitors that run, and everything that is said. */
const evaluated: readonly (readonly [string, number, number, readonly string[]])[] = [
  ['AnalysisControllerTest_adhoc_target_size.json', 1, 0, []],
  [
    'adhocV3RequestWithFeatureWeights.json',
    1,
    1,
    [
      'note monitorConfig.analyzers[0].config.threshold: the text ".003" is read as a number. Remedy: write 0.003',
      'warning monitorConfig.monitors[0].analyzerIds[0]: there is no analyzer "pleasant-orangered-elk-4381-analyzer", so this monitor hears nothing of it. Remedy: add the analyzer or correct the id',
    ],
  ],
  [
    'monitor-config-example.json',
    3,
    3,
    ["note monitors[1].mode.filter.minRankByWeight: ignored, as by WhyLabs' engine. Remedy: minWeight or maxWeight"],
  ],
  [
    'monitorConfig1.json',
    6,
    8,
    [
      'warning monitors[6].analyzerIds[0]: there is no analyzer "rich-orange-worm-8262-analyzer", so this monitor hears nothing of it. Remedy: add the analyzer or correct the id',
      'warning monitors[7].analyzerIds[0]: there is no analyzer "missing-datapoint-analyzer", so this monitor hears nothing of it. Remedy: add the analyzer or correct the id',
    ],
  ],
  ['monitorConfigClassification.json', 1, 0, []],
  [
    'monitorConfigMissingData.json',
    2,
    1,
    ['note analyzers[0].targetMatrix.include: a single value is read as a list of one. Remedy: put it in brackets'],
  ],
  ['monitorConfigPartialTarget.json', 1, 1, []],
  [
    'monitorConfigV3Sample.json',
    3,
    2,
    [
      `note analyzers[0].targetMatrix.include: ${noColumns}`,
      `note analyzers[1].targetMatrix.include: ${noColumns}`,
      `note analyzers[2].targetMatrix.batchOffset: ${unknownKey}`,
      `note analyzers[2].targetMatrix.maxDelayBatchCount: ${unknownKey}`,
      `note monitors[0].mode.filter.excludeFields: ${unknownKey}`,
      `note monitors[1].mode.filter.excludeFields: ${unknownKey}`,
    ],
  ],
  ['toastConfig.json', 2, 1, []],
];

describe('real documents', () => {
  it.each(evaluated)('%s: all %d analyzers and %d monitors run', (name, analyzers, monitors, problems) => {
    const { document, problems: found } = read(name);
    expect([document?.analyzers.length, document?.monitors.length, document?.dropped]).toEqual([
      analyzers,
      monitors,
      [],
    ]);
    expect(lines(found)).toEqual(problems);
  });

  it('are all here', () => {
    const named = [...evaluated.map(([name]) => name), 'EvaluateTargetMatrix.json', 'customerConfig.json'];
    expect([...documents.keys()].sort()).toEqual(named.sort());
  });

  it.each([
    ['EvaluateTargetMatrix.json', /^error orgId: orgId is missing/],
    ['customerConfig.json', /^error: the document is no JSON: .*\(line 2 column 1\)/],
  ])('%s is none', (name, text) => {
    const { document, problems } = read(name);
    expect(document).toBeNull();
    expect(lines(problems)[0]).toMatch(text);
  });

  it('are read with their details', () => {
    expect(read('AnalysisControllerTest_adhoc_target_size.json').document).toMatchObject({
      orgId: 'org-5Hsdjx',
      datasetId: 'model-61',
      documentVersion: 41,
      analyzers: [{ targetSize: 6, configVersion: 1, config: { type: 'monotonic', numBuckets: 1 } }],
    });
    expect(read('monitorConfigMissingData.json').document?.analyzers[0]).toMatchObject({
      dataReadinessDurationMs: 42 * 3_600_000,
      target: { include: ['*'], segments: [[], [{ key: 'category', value: 'Baby Care' }]] },
    });
    const toast = read('toastConfig.json').document;
    expect(toast?.entitySchema?.columns.size).toBeGreaterThan(600);
    expect(toast?.entitySchema?.columns.get('sfdc_nightclub_brewery')).toEqual({
      discreteness: 'continuous',
      dataType: 'FRACTIONAL',
      classifier: 'input',
      hidden: false,
    });
    expect(read('adhocV3RequestWithFeatureWeights.json').document).toMatchObject({
      weights: {
        segmentWeights: [
          {
            segment: [],
            weights: new Map([
              ['sub_grade', 0.1],
              ['verification_status_joint', 0.4],
              ['loan_status', 0.4],
            ]),
          },
        ],
      },
      analyzers: [{ config: { threshold: 0.003 } }],
      monitors: [
        {
          severity: 4,
          mode: {
            creationTimeOffsetMs: 3_600_000,
            datasetTimestampOffsetMs: 365 * 86_400_000,
            filter: { minWeight: 0.3 },
          },
        },
      ],
    });
  });

  it.each([
    ['AnalysisControllerTest_adhoc_target_size.json', []],
    [
      'adhocV3RequestWithFeatureWeights.json',
      ['monitorConfig.analyzers[0].config.threshold', 'monitorConfig.monitors[0].analyzerIds'],
    ],
    ['monitor-config-example.json', []],
    ['monitorConfig1.json', []],
    ['monitorConfigClassification.json', ['analyzers[0].config.version']],
    [
      'monitorConfigMissingData.json',
      ['analyzers[0].targetMatrix.include', 'monitors[0].actions', 'monitors[0].analyzerIds'],
    ],
    ['monitorConfigPartialTarget.json', []],
    ['toastConfig.json', []],
  ])('%s is held up by an editor at %j', (name, paths) => {
    const errors = saveProblems(documents.get(name) ?? '').filter(({ severity }) => severity === 'error');
    expect(errors.map(({ path }) => path)).toEqual(paths);
  });
});

describe('the validator that was compiled ahead', () => {
  const ajv = new Ajv({
    allErrors: true,
    discriminator: true,
    allowUnionTypes: true,
    strictTypes: false,
    messages: false,
  });
  const compiled = ajv.compile(monitorDocumentSchema);
  // Without the keyword that only ajv knows, as other editors read it.
  const plain = new Ajv({ strict: false, allowUnionTypes: true }).compile(monitorDocumentSchema);

  it.each([...documents].filter(([name]) => name !== 'customerConfig.json'))(
    'says of %s what the schema says',
    (_name, text) => {
      const parsed = JSON.parse(text) as { monitorConfig?: unknown };
      const object = parsed.monitorConfig ?? parsed;
      expect(validateDocument(object)).toBe(compiled(object));
      expect(plain(object)).toBe(compiled(object));
      const places = (errors: typeof compiled.errors) =>
        (errors ?? []).map(({ instancePath, keyword, params }) => ({ instancePath, keyword, params }));
      expect(
        (validateDocument.errors ?? []).map(({ instancePath, keyword, params }) => ({ instancePath, keyword, params }))
      ).toEqual(places(compiled.errors));
    }
  );

  it('counts lengths in UTF-16 units, without help of the library', () => {
    const source = documentExample({ orgId: '😀'.repeat(50) });
    expect(validateDocument(source)).toBe(true);
    expect(validateDocument(documentExample({ orgId: `${'😀'.repeat(50)}x` }))).toBe(false);
  });
});
