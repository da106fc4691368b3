import { bytesSource } from './byte-source.ts';
import { contentHash } from './content-hash.ts';
import { openProfiles } from './open-profiles.ts';
import { buildChunk, buildV1, concatenate, integer, type V1Pieces } from './testing/build-v1.ts';

async function hashOf(pieces: V1Pieces, name = 'a'): Promise<string> {
  const [profile] = await openProfiles(bytesSource('day.bin', buildV1(pieces)));
  const column = await profile!.readColumn(name);
  return contentHash(column!);
}

const one = integer(1n);
const two = integer(2n);
const paths = [
  [0, 'counts/n'],
  [1, 'counts/null'],
] as const;
const plain: V1Pieces = {
  data: buildChunk([
    [0, one],
    [1, two],
  ]),
  paths,
  columns: [['a', [0]]],
};

test('is 32 hex digits', async () => {
  expect(await hashOf(plain)).toMatch(/^[0-9a-f]{32}$/);
});

test.each<[string, V1Pieces]>([
  [
    'other order of the map',
    {
      ...plain,
      data: buildChunk([
        [1, two],
        [0, one],
      ]),
    },
  ],
  [
    'other numbers of the paths',
    {
      ...plain,
      paths: [
        [7, 'counts/n'],
        [3, 'counts/null'],
      ],
      data: buildChunk([
        [7, one],
        [3, two],
      ]),
    },
  ],
  ['more paths in the file', { ...plain, paths: [...paths, [2, 'types/string']] }],
  [
    'a component that a later one replaces',
    {
      ...plain,
      data: buildChunk([
        [0, two],
        [0, one],
        [1, two],
      ]),
    },
  ],
  [
    'another column beside it',
    {
      ...plain,
      data: concatenate(plain.data!, buildChunk([[0, two]])),
      columns: [
        ['b', [plain.data!.length]],
        ['a', [0]],
      ],
    },
  ],
  [
    'two chunks',
    (() => {
      const first = buildChunk([[1, two]]);
      return {
        ...plain,
        data: concatenate(first, buildChunk([[0, one]])),
        columns: [['a', [0, first.length]]],
      };
    })(),
  ],
])('%s: the same', async (_, pieces) => {
  expect(await hashOf(pieces)).toBe(await hashOf(plain));
});

test('another name: the same, for the batch knows the name', async () => {
  expect(await hashOf({ ...plain, columns: [['b', [0]]] }, 'b')).toBe(await hashOf(plain));
});

test.each<[string, V1Pieces]>([
  [
    'another value',
    {
      ...plain,
      data: buildChunk([
        [0, two],
        [1, two],
      ]),
    },
  ],
  [
    'values changed over',
    {
      ...plain,
      data: buildChunk([
        [0, two],
        [1, one],
      ]),
    },
  ],
  [
    'another path',
    {
      ...plain,
      paths: [
        [0, 'counts/n'],
        [1, 'counts/nan'],
      ],
    },
  ],
  ['a component less', { ...plain, data: buildChunk([[0, one]]) }],
  [
    'another registry number',
    {
      ...plain,
      data: buildChunk([
        [0, integer(1n, 1)],
        [1, two],
      ]),
    },
  ],
])('%s: another', async (_, pieces) => {
  expect(await hashOf(pieces)).not.toBe(await hashOf(plain));
});
