import type { SeasonalOrder } from '../../contract/index.ts';
import { stateStructure } from './state-structure.ts';

/** The transition matrix as text, an autoregressive coefficient as its lag with an f before it. */
function written(order: SeasonalOrder): string[] {
  const { states, starts, columns, lags } = stateStructure(order);
  return Array.from({ length: states }, (_, row) => {
    const cells = Array<string>(states).fill('.');
    for (let entry = starts[row] ?? NaN; entry < (starts[row + 1] ?? NaN); entry += 1) {
      const lag = lags[entry] ?? NaN;
      cells[columns[entry] ?? NaN] = lag === 0 ? '1' : `f${lag}`;
    }
    return cells.join(' ');
  });
}

// Written out from spec/sarima.md 3b.
describe('the state of', () => {
  it('a difference and a season of 2 with a lag', () => {
    const order = { p: 1, d: 1, q: 0, P: 0, D: 1, Q: 0, m: 2 };
    expect(written(order)).toEqual(['1 . 1 1', '. . 1 1', '. 1 . .', '. . . f1']);
    const { states, arma, observed } = stateStructure(order);
    expect([states, arma, [...observed]]).toEqual([4, 3, [0, 2, 3]]);
  });

  it('two seasons of 2 with a lag and a shock', () => {
    const order = { p: 1, d: 0, q: 1, P: 0, D: 2, Q: 0, m: 2 };
    expect(written(order)).toEqual([
      '. 1 . 1 1 .',
      '1 . . . . .',
      '. . . 1 1 .',
      '. . 1 . . .',
      '. . . . f1 1',
      '. . . . . .',
    ]);
    const { states, arma, observed } = stateStructure(order);
    expect([states, arma, [...observed]]).toEqual([6, 4, [1, 3, 4]]);
  });

  it('two differences and a seasonal lag of 3', () => {
    const order = { p: 0, d: 2, q: 0, P: 1, D: 0, Q: 0, m: 3 };
    expect(written(order)).toEqual(['1 1 1 . .', '. 1 1 . .', '. . . 1 .', '. . . . 1', '. . f3 . .']);
    expect([...stateStructure(order).observed]).toEqual([0, 1, 2]);
  });

  it('nothing but a shock', () => {
    const order = { p: 0, d: 0, q: 0, P: 0, D: 0, Q: 0, m: 0 };
    expect(written(order)).toEqual(['.']);
    expect([...stateStructure(order).observed]).toEqual([0]);
  });
});
