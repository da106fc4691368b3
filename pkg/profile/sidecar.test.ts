import { parseSidecar, type Sidecar } from './sidecar.ts';
import { Fixtures } from './testing/fixtures.ts';

const nothing: Sidecar = {
  profileId: null,
  alias: null,
  orgId: null,
  datasetId: null,
  datasetTimestampMs: null,
  segmentTags: new Map(),
};

const fixtures = new Fixtures('whylabs-oss-v1');
const real = (name: string): string => new TextDecoder().decode(fixtures.bytes(name));

test.each<[string, string, Sidecar]>([
  [
    'a segmented reference',
    real('profiles/segmented-ranking/org-0-model-2347-Anu6A6qMyERZOOQLrt4QIqdPXrks8mBF.json'),
    {
      profileId: 'my-ref-profile',
      alias: 'my-ref-profile',
      orgId: 'org-0',
      datasetId: 'model-2347',
      datasetTimestampMs: 1729184122038,
      segmentTags: new Map([['category', 'Beverages']]),
    },
  ],
  [
    'a zipped reference without alias',
    real('profiles/reference/org-0-model-2250-reference.json'),
    {
      ...nothing,
      profileId: 'monty',
      orgId: 'org-0',
      datasetId: 'model-2250',
      datasetTimestampMs: 1704917810162,
      segmentTags: new Map([['col1', '1']]),
    },
  ],
  [
    'a batch without id and tags',
    real('profiles/v1/v1-org-0-model-2213-segmented.json'),
    { ...nothing, orgId: 'org-0', datasetId: 'model-2213', datasetTimestampMs: 1680115045084 },
  ],
  ['nothing', '{}', nothing],
  ['other types', '{"id":7,"orgId":"","datasetTimestamp":"now","tags":[1],"alias":null}', nothing],
  ['a fractional time', '{"datasetTimestamp":1.5}', nothing],
  [
    'odd tags',
    '{"tags":{"tags":[{"key":"whylogs.tag.b","value":"2"},{"key":"a","value":"1"},{"key":3,"value":"x"},null,7]}}',
    {
      ...nothing,
      segmentTags: new Map([
        ['a', '1'],
        ['b', '2'],
      ]),
    },
  ],
])('%s', (_, text, facts) => {
  const sidecar = parseSidecar('a.json', text);
  expect(sidecar).toEqual(facts);
  expect([...sidecar.segmentTags.keys()]).toEqual([...facts.segmentTags.keys()]);
});

test.each<[string, string]>([
  ['', 'a.json: the sidecar is no JSON. Write'],
  ['{', 'a.json: the sidecar is no JSON. Write'],
  ['[]', 'a.json: the sidecar is no JSON object. Write'],
  ['null', 'a.json: the sidecar is no JSON object. Write'],
  ['"x"', 'a.json: the sidecar is no JSON object. Write'],
])('%j is refused', (text, message) => {
  expect(() => parseSidecar('a.json', text)).toThrow(message);
});
