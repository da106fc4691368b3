import { documentExample, fixedExample, lines } from '../testing/examples.ts';
import { maxComposites } from './composite-rules.ts';
import { saveProblems } from './save-problems.ts';

type Json = Readonly<Record<string, unknown>>;

const child = (id: string, changes: Json = {}) =>
  fixedExample({ id, targetMatrix: { type: 'column', include: ['a'] }, ...changes });
const parent = (analyzerIds: unknown, changes: Json = {}) => ({
  id: 'parent-analyzer',
  schedule: { type: 'fixed', cadence: 'daily' },
  config: { type: 'conjunction', analyzerIds },
  ...changes,
});
const ids = ['first-child', 'second-child'];
const problems = (...analyzers: readonly Json[]) => lines(saveProblems(documentExample({ analyzers })));

const columns = (...include: readonly string[]) => ({ targetMatrix: { type: 'column', include } });
const segments = (...tags: readonly (readonly [string, string])[]) => ({
  targetMatrix: {
    type: 'column',
    include: ['a'],
    segments: [{ tags: tags.map(([key, value]) => ({ key, value })) }],
  },
});

describe('composite analyzers', () => {
  it.each(['conjunction', 'disjunction'])('a %s of two children is well', (type) => {
    const composite = parent(ids, { config: { type, analyzerIds: ids } });
    expect(problems(composite, child('first-child'), child('second-child'))).toEqual([]);
  });

  it('rule 13: at most ten in a document', () => {
    expect(maxComposites).toBe(10);
    const composites = (count: number) =>
      Array.from({ length: count }, (_, i) => parent(ids, { id: `parent-analyzer-${i}` }));
    const told = (count: number) =>
      problems(...composites(count), child('first-child'), child('second-child')).filter((line) =>
        line.startsWith('error')
      );
    expect(told(10)).toEqual([]);
    expect(told(12)).toEqual([
      'error analyzers[10]: a document has at most 10 composite analyzers, this one has 12. Remedy: remove some',
    ]);
  });

  it.each([
    [[], 0],
    [['first-child'], 1],
    [Array.from({ length: 11 }, (_, i) => `child-analyzer-${i}`), 11],
  ])('rule 13: two to ten children, not %j', (analyzerIds, count) => {
    const children = ['first-child', ...Array.from({ length: 11 }, (_, i) => `child-analyzer-${i}`)].map((id) =>
      child(id)
    );
    expect(problems(parent(analyzerIds), ...children)).toEqual([
      `error analyzers[0].config.analyzerIds: it has ${count} entries. Remedy: at ${count < 2 ? 'least 2' : 'most 10'}`,
    ]);
  });

  it('rule 13: children that exist', () => {
    expect(problems(parent(['first-child', 'no-such-child']), child('first-child'))).toEqual([
      'error analyzers[0].config.analyzerIds[1]: there is no analyzer "no-such-child". Remedy: add it or correct the id',
    ]);
  });

  it.each([
    [
      [
        parent(ids, { schedule: { type: 'fixed', cadence: 'weekly' } }),
        child('first-child', { schedule: { cadence: 'weekly', type: 'fixed' } }),
        child('second-child'),
      ],
      'warning analyzers[0].config.analyzerIds[1]: "second-child" has another schedule than this composite. Remedy: the same one',
    ],
    [
      [
        parent(ids, { targetMatrix: { type: 'column', include: ['a'], segments: [] } }),
        child('first-child'),
        child('second-child'),
      ],
      'warning analyzers[0].targetMatrix.segments: a composite takes the segments of its children. Remedy: remove them',
    ],
    [
      [parent(ids), child('first-child', segments(['k', 'v'])), child('second-child')],
      'warning analyzers[0].config.analyzerIds: the children have different segments. Remedy: the same ones',
    ],
    [
      [parent(ids), child('first-child', segments(['k', '*'])), child('second-child', segments(['k', 'v']))],
      'warning analyzers[1].targetMatrix.segments[0].tags[0].value: a child of a composite has a segment for each value. Remedy: one value',
    ],
    [
      [parent(ids), child('first-child', segments(['k', 'v'], ['l', 'w'])), child('second-child')],
      'warning analyzers[1].targetMatrix.segments[0]: a child of a composite has a segment of several tags. Remedy: one tag',
    ],
    [
      [parent(ids), child('first-child', columns('a', 'b')), child('second-child')],
      'warning analyzers[1].targetMatrix.include: a child of a composite has one column, this one includes 2. Remedy: one name',
    ],
    [
      [parent(ids), child('first-child', columns('*')), child('second-child')],
      'warning analyzers[1].targetMatrix.include[0]: a child of a composite has one column, and "*" may be many. Remedy: one name',
    ],
    [
      [parent(ids), child('first-child'), child('second-child', columns('weight>1'))],
      'warning analyzers[2].targetMatrix.include[0]: a child of a composite has one column, and "weight>1" may be many. Remedy: one name',
    ],
    [
      [parent(ids), child('first-child'), child('second-child', columns('group:input'))],
      'warning analyzers[2].targetMatrix.include[0]: a child of a composite has one column, and "group:input" may be many. Remedy: one name',
    ],
    [
      [parent(['first-child', 'first-child']), child('first-child')],
      'warning analyzers[0].config.analyzerIds[1]: "first-child" is named twice. Remedy: remove one',
    ],
    [
      [parent(['first-child', 'parent-analyzer']), child('first-child')],
      'warning analyzers[0].config.analyzerIds[1]: "parent-analyzer" is this composite itself. Remedy: name its children',
    ],
    [
      [
        parent(['first-child', 'other-parent']),
        child('first-child'),
        parent(ids, { id: 'other-parent' }),
        child('second-child'),
      ],
      'warning analyzers[0].config.analyzerIds[1]: "other-parent" is a composite too. Remedy: name its children',
    ],
    [
      [
        parent(ids),
        child('first-child'),
        child('second-child'),
        parent(['second-child', 'third-child'], { id: 'other-parent' }),
        child('third-child'),
      ],
      'warning analyzers[3].config.analyzerIds: "second-child" is a child of analyzers[0] too. Remedy: an analyzer of its own for each',
    ],
  ])('warns: %#', (analyzers, text) => {
    const found = problems(...analyzers);
    expect(found).toContain(text);
    expect(found.every((line) => line.startsWith('warning'))).toBe(true);
  });

  it("says nothing of analyzers that are nobody's child", () => {
    expect(
      problems(parent(ids), child('first-child'), child('second-child'), child('other-child', columns('a', '*')))
    ).toEqual([]);
  });
});
