import { active, corrected, ignored, type KeyFacts, same, type ShapeFacts, when } from './fact.ts';

function hasGlob(value: unknown): boolean {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  return entries.some((entry) => typeof entry === 'string' && entry !== '*' && /[*?]/.test(entry));
}

const columns = (text: string): KeyFacts => [
  when(
    'patterns such as prompt.*',
    hasGlob,
    active('An entry with * or ? is a pattern. WhyLabs knew exact names alone, so that it matched nothing.')
  ),
  ...same(text),
];

/** What an analyzer looks at. */
export const targetShapes = {
  targetMatrix: {
    name: 'targetMatrix',
    keys: {
      type: same('dataset where absent.'),
      include: [
        when(
          'with type dataset',
          (_value, { object }) => object['type'] !== 'column',
          ignored('A target of the whole dataset has no columns.')
        ),
        ...columns('*, names, groups, weight>x; exclusion wins. weight>x means at least x, as there.'),
      ],
      exclude: columns('As include.'),
      segments: same('Absent or empty: the whole dataset. * stands for each value found.'),
      excludeSegments: [
        when(
          'an empty list',
          (value) => Array.isArray(value) && value.length === 0,
          corrected('Excludes nothing. In the engine an empty list excluded the whole dataset.')
        ),
        ...same('Exclusion wins.'),
      ],
      profileId: [
        {
          verdict: 'not done',
          text: 'A reference profile as the target, for ad-hoc requests: batches are evaluated instead.',
        },
      ],
    },
  },
  segment: { name: 'segment', keys: { tags: same('All of them, and no others, must be named.') } },
  tag: {
    name: 'tag of a segment',
    keys: { key: same('Exact.'), value: same('Exact; * stands for each value found.') },
  },
} as const satisfies Readonly<Record<string, ShapeFacts>>;
