import { similarKey } from './similar-key.ts';

describe('similarKey', () => {
  it.each([
    ['minBatchsize', ['minBatchSize', 'metric'], 'minBatchSize'],
    ['treshold', ['threshold', 'type'], 'threshold'],
    ['thrashhold', ['threshold'], 'threshold'],
    ['threzhhoold', ['threshold'], null],
    ['upperr', ['lower', 'upper'], 'upper'],
    ['typ', ['type'], 'type'],
    ['tpye', ['type'], null],
    ['size', ['type'], null],
    ['', ['id'], null],
    ['x', [], null],
    // The nearest, and of equals the first.
    ['lowers', ['loweres', 'lower'], 'loweres'],
    ['uppes', ['upper', 'uppes1'], 'upper'],
    ['includes', ['exclude', 'include'], 'include'],
  ])('%j of %j: %j', (key, known, similar) => {
    expect(similarKey(key, known)).toBe(similar);
  });
});
