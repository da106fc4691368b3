import { createDataFrame, FieldType } from '@grafana/data';
import { parseBins } from './parse-bins.ts';

function parse(xMin: readonly unknown[], xMax: readonly unknown[]) {
  return parseBins(
    createDataFrame({
      fields: [
        { name: 'xMin', type: FieldType.number, values: [...xMin] },
        { name: 'xMax', type: FieldType.number, values: [...xMax] },
      ],
    })
  );
}

describe('bins', () => {
  it.each([
    ['one', [0], [1]],
    ['one without width', [0], [0]],
    ['unequal ones', [0, 1, 10], [1, 10, 100]],
    ['with a gap', [0, 5], [1, 6]],
    ['of the whole range', [-Number.MAX_VALUE, 0], [0, Number.MAX_VALUE]],
    // 0.1 * 3 and 0.3.
    ['that overlap by rounding', [0.2, 0.3], [0.30000000000000004, 0.4]],
  ])('%s are read', (_, xMin, xMax) => {
    expect(parse(xMin, xMax)).toEqual({ xMin: Float64Array.from(xMin), xMax: Float64Array.from(xMax) });
  });

  it.each([
    ['not in order', [1, 0], [2, 1], 'the bins are not in ascending order'],
    ['overlapping', [0, 1], [1.5, 2], 'bins 1 and 2 overlap'],
    ['turned', [2], [1], 'bin 1 ends at 1, before it starts at 2'],
    ['with an infinite edge', [0, 1], [1, Infinity], 'bin 2 has an edge that is no finite number'],
    ['with a missing edge', [0, null], [1, 2], 'bin 2 has an edge that is no finite number'],
    ['without any edge', [null], [null], 'the fields xMin and xMax with the edges of the bins are missing'],
  ])('%s are refused', (_, xMin, xMax, reason) => {
    expect(parse(xMin, xMax)).toEqual({ reason });
  });

  it('of another type are refused', () => {
    const frame = createDataFrame({ fields: [{ name: 'xMin', type: FieldType.string, values: ['0'] }] });
    expect(parseBins(frame)).toEqual({ reason: 'the fields xMin and xMax with the edges of the bins are missing' });
  });
});
