import { parseMonitorDocument } from './parse-monitor-document.ts';
import { maxDocumentCharacters, maxDocumentDepth, maxYamlAliases, readSource } from './read-source.ts';
import { analyzerExample, configExample, documentExample, lines } from './testing/examples.ts';

function read(source: unknown) {
  const { document, problems } = parseMonitorDocument(source);
  return { document, problems: lines(problems) };
}

const empty = {
  orgId: 'org-1',
  datasetId: 'model-1',
  granularity: 'daily',
  allowPartialTargetBatches: false,
  analyzers: [],
  dropped: [],
  monitors: [],
  entitySchema: null,
  weights: { defaultWeights: new Map(), segmentWeights: [] },
  documentVersion: 0,
};

describe('parseMonitorDocument', () => {
  it.each([
    ['an object', documentExample({ analyzers: [] })],
    ['JSON', JSON.stringify(documentExample({ analyzers: [] }))],
    ['JSON behind spaces', `\n ${JSON.stringify(documentExample({ analyzers: [] }))}`],
    ['YAML', 'orgId: org-1\ndatasetId: model-1\ngranularity: daily\n'],
    ['a request', { monitorConfig: documentExample({ analyzers: [] }), start: '2022' }],
    ['what an editor adds', documentExample({ analyzers: [], $schema: 'x', id: 'y', schemaVersion: 1 })],
  ])('reads %s', (_name, source) => {
    expect(read(source)).toEqual({ document: empty, problems: [] });
  });

  it('reads its own keys', () => {
    const source = documentExample({
      analyzers: [],
      allowPartialTargetBatches: true,
      metadata: { version: 41 },
      granularity: 'monthly',
    });
    expect(read(source).document).toEqual({
      ...empty,
      granularity: 'monthly',
      allowPartialTargetBatches: true,
      documentVersion: 41,
    });
  });

  it('names places of a request by their place in it', () => {
    expect(read({ monitorConfig: documentExample({ analyzers: [7] }) }).problems).toEqual([
      'error monitorConfig.analyzers[0]: an object is expected, not 7',
    ]);
  });

  it.each([
    [
      { datasetId: 'm', granularity: 'daily' },
      "orgId: orgId is missing; WhyLabs' engine leaves out such a document. Remedy: add it",
    ],
    [
      { orgId: '', datasetId: 'm' },
      "orgId: orgId is missing; WhyLabs' engine leaves out such a document. Remedy: add it",
    ],
    [{ orgId: 'o' }, "datasetId: datasetId is missing; WhyLabs' engine leaves out such a document. Remedy: add it"],
    [
      { orgId: 'o', datasetId: 'm' },
      "granularity: granularity is missing; WhyLabs' engine leaves out such a document. Remedy: add it",
    ],
    [
      { orgId: 'o', datasetId: 'm', granularity: 'PT15M' },
      'granularity: "PT15M" is no granularity. Remedy: one of hourly, daily, weekly, monthly',
    ],
    [{ orgId: {} }, 'orgId: a text is expected, not an object'],
    [documentExample({ entitySchema: 7 }), 'entitySchema: an object is expected, not 7'],
  ])('is nothing without what the engine cannot do without: %j', (source, text) => {
    expect(read(source)).toEqual({ document: null, problems: [`error ${text}`] });
  });

  it.each([
    ['{"orgId": ', /^error: the document is no JSON: .+\. Remedy: correct it there$/],
    ['[1, 2', /^error: the document is no JSON: .+\. Remedy: correct it there$/],
    ['a: [', /^error: the document is no YAML: .+\. Remedy: correct it there$/],
    [
      'a: 1\na: 2',
      /^error: the document is no YAML: Map keys must be unique.* at line 2, column 1\. Remedy: correct it there$/,
    ],
    ['a: 1\n---\nb: 2', /^error: the document is no YAML: .+\. Remedy: correct it there$/],
  ])('says where %j cannot be read', (source, text) => {
    const { document, problems } = read(source);
    expect([document, problems.length]).toEqual([null, 1]);
    expect(problems[0]).toMatch(text);
  });

  it.each([
    ['', 'null'],
    ['just a text', '"just a text"'],
    ['[]', 'a list'],
    ['7', '7'],
    [null, 'null'],
    [undefined, 'undefined'],
    [[], 'a list'],
  ])('refuses %j', (source, found) => {
    expect(read(source)).toEqual({
      document: null,
      problems: [
        `error: a monitor document is an object with orgId, datasetId, granularity and analyzers, not ${found}. Remedy: export the document again`,
      ],
    });
  });

  it('takes granularities in any case, with a note', () => {
    expect(read(documentExample({ analyzers: [], granularity: 'Daily' }))).toEqual({
      document: empty,
      problems: ['note granularity: "Daily" is read as daily. Remedy: write daily'],
    });
  });

  it('notes unknown keys', () => {
    expect(read(documentExample({ analyser: 1 })).problems).toEqual([
      'note analyser: this key is unknown; it is kept and has no effect. Remedy: is "analyzers" meant?',
    ]);
  });

  it('runs the analyzers that can run', () => {
    const { document, problems } = read(
      documentExample({
        analyzers: [
          analyzerExample({ id: 'first-analyzer' }),
          analyzerExample({ id: 'broken', config: {} }),
          analyzerExample({ id: 'last-analyzer' }),
        ],
      })
    );
    expect(document?.analyzers.map(({ id }) => id)).toEqual(['first-analyzer', 'last-analyzer']);
    expect(document?.dropped.map(({ id, path }) => [id, path])).toEqual([['broken', 'analyzers[1]']]);
    expect(problems).toHaveLength(1);
  });

  it.each([
    ['runs', {}],
    ['cannot run', { config: {} }],
  ])('evaluates the first of one id, even if it %s', (_what, changes) => {
    const second = analyzerExample({ config: configExample({ threshold: 0.9 }) });
    const { document, problems } = read(documentExample({ analyzers: [analyzerExample(changes), second] }));
    const text =
      'analyzers[1].id: the id "drift-analyzer" is taken by analyzers[0]; only that one is evaluated. Remedy: give this one an id of its own';
    expect(document?.dropped.at(-1)).toEqual({
      id: 'drift-analyzer',
      path: 'analyzers[1]',
      failureType: null,
      explanation: text,
    });
    expect(problems.at(-1)).toBe(`error ${text}`);
    expect(document?.analyzers.length).toBe(Object.keys(changes).length === 0 ? 1 : 0);
  });

  it('lets a monitor name an analyzer that cannot run', () => {
    const source = documentExample({
      analyzers: [analyzerExample({ config: {} })],
      monitors: [
        { id: 'm', analyzerIds: ['drift-analyzer'], schedule: { type: 'immediate' }, mode: { type: 'DIGEST' } },
      ],
    });
    expect(read(source).problems).toHaveLength(1);
  });

  it('lets analyzers name custom metrics of its schema', () => {
    const source = documentExample({
      entitySchema: { columns: {}, customMetrics: { late: { column: 'delay', builtinMetric: 'mean' } } },
      analyzers: [analyzerExample({ config: { type: 'fixed', metric: 'late', upper: 1 } })],
    });
    expect(read(source)).toMatchObject({ document: { analyzers: [{ config: { metric: 'late' } }] }, problems: [] });
  });
});

describe('limits of a document', () => {
  it('are 16 Mi characters', () => {
    expect(maxDocumentCharacters).toBe(16_777_216);
    const text = JSON.stringify({ a: 1 });
    expect(readSource(text, text.length)).toEqual({ object: { a: 1 }, path: '' });
    expect(() => readSource(text, text.length - 1)).toThrow(
      'the document has 7 characters, more than 6. Remedy: divide it, or leave out the entitySchema'
    );
  });

  it('are 100 levels', () => {
    expect(maxDocumentDepth).toBe(100);
    const nested = (levels: number) => ({ a: JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown });
    // The object is the first level, what the innermost list holds would be the last.
    expect(readSource(nested(100)).path).toBe('');
    expect(() => readSource(nested(101))).toThrow(
      'the document is nested more than 100 levels deep. Remedy: correct its brackets'
    );
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    expect(read(`{"a": ${deep}}`).problems).toEqual([
      'error: the document is nested more than 100 levels deep. Remedy: correct its brackets',
    ]);
    expect(read(`a: ${deep}`).problems[0]).toMatch(/^error: the document is no YAML/);
  });

  it('are 100 repetitions of a YAML anchor', () => {
    expect(maxYamlAliases).toBe(100);
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd']) {
      bomb.push(`${to}: &${to} [${Array.from({ length: 10 }, () => `*${from}`).join(', ')}]`);
    }
    expect(read(bomb.join('\n')).problems[0]).toMatch(/^error: the document is no YAML: Excessive alias count/);
    expect(read('a: &a 1\nb: *a').problems[0]).toMatch(/^error orgId/);
  });
});
