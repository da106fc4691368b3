import { targetsColumn, type TargetColumn } from './target-column.ts';

const column = (name: string, facts: Partial<TargetColumn> = {}): TargetColumn => ({
  name,
  classifier: 'input',
  discreteness: null,
  weight: null,
  hidden: false,
  ...facts,
});
const includes = (entry: string, target: TargetColumn): boolean =>
  targetsColumn({ include: [entry], exclude: [] }, target);

describe('an entry of include', () => {
  it.each<[string, TargetColumn, boolean]>([
    ['*', column('a'), true],
    ['*', column(''), true],
    ['a', column('a'), true],
    ['a', column('A'), false],
    ['a', column('ab'), false],
    ['', column('a'), false],
    ['group:input', column('a'), true],
    ['group:input', column('a', { classifier: 'output' }), false],
    ['group:output', column('a', { classifier: 'output' }), true],
    ['group:output', column('a'), false],
    ['group:discrete', column('a', { discreteness: 'discrete' }), true],
    ['group:discrete', column('a', { discreteness: 'continuous' }), false],
    ['group:discrete', column('a'), false],
    ['group:continuous', column('a', { discreteness: 'continuous' }), true],
    ['group:continuous', column('a', { discreteness: 'discrete' }), false],
    ['group:continuous', column('a'), false],
    // Groups that the toolkit writes and the engine never knew; and one misspelt.
    ['group:bool', column('a'), false],
    ['group:int', column('a'), false],
    ['group:frac', column('a'), false],
    ['group:str', column('a'), false],
    ['group:null', column('a'), false],
    ['group:Input', column('a'), false],
    // A column may be called like an entry; the group still holds for the others.
    ['group:output', column('group:output'), true],
    ['group:bool', column('group:bool'), true],
    ['weight>2', column('weight>2'), true],
    // Weights: no weight is not 0.
    ['weight>0.5', column('a', { weight: 0.5 }), true],
    ['weight>0.5', column('a', { weight: 0.499 }), false],
    ['weight>0', column('a', { weight: 0 }), true],
    ['weight>0', column('a'), false],
    ['weight>-1', column('a', { weight: -0.5 }), true],
    ['weight>', column('a', { weight: 1 }), false],
    ['weight>x', column('a', { weight: 1 }), false],
    ['weight<2', column('a', { weight: 1 }), false],
    // Ours: globs.
    ['prompt.*', column('prompt.toxicity'), true],
    ['prompt.*', column('response.toxicity'), false],
    ['prompt.?', column('prompt.ab'), false],
    ['a*', column('a*'), true],
  ])('"%s" and %j: %p', (entry, target, expected) => {
    expect(includes(entry, target)).toBe(expected);
  });

  it.each<[number | null, boolean]>([
    [0.22, false],
    [0.28, true],
    [null, false],
  ])('golden 78: weight>.24 and the weight %p: %p', (weight, expected) => {
    expect(includes('weight>.24', column('a', { weight }))).toBe(expected);
  });
});

describe('include and exclude', () => {
  it.each<[TargetColumn['classifier'], boolean]>([
    ['output', false],
    ['input', true],
  ])('golden 79: include a, exclude group:output, a is an %s: %p', (classifier, expected) => {
    expect(targetsColumn({ include: ['a'], exclude: ['group:output'] }, column('a', { classifier }))).toBe(expected);
  });

  it.each<[string[], string[], boolean]>([
    [[], [], false],
    [[], ['b'], false],
    [['b', 'a'], [], true],
    [['*'], ['b', 'a'], false],
    [['*'], ['b'], true],
    [['a'], ['*'], false],
    [['*'], ['weight>0.3'], true],
    [['*'], ['weight>0.2'], false],
  ])('include %j, exclude %j, column a of weight 0.25: %p', (include, exclude, expected) => {
    expect(targetsColumn({ include, exclude }, column('a', { weight: 0.25 }))).toBe(expected);
  });

  it('never mean a hidden column', () => {
    expect(targetsColumn({ include: ['a', '*'], exclude: [] }, column('a', { hidden: true }))).toBe(false);
  });
});
