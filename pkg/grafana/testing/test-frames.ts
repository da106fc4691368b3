import {
  booleans,
  type EncodedFrame,
  encodeFrame,
  enumeration,
  integers,
  json,
  nullableTimes,
  numbers,
  strings,
  times,
} from '../frames.ts';
import { type DataQuery, QueryError } from '../index.ts';

/** Times of a query: no more than maxDataPoints, none closer than the interval. */
function timesOf({ fromMs, toMs, maxDataPoints, intervalMs }: DataQuery): number[] {
  const stepMs = Math.max(Math.ceil((toMs - fromMs) / maxDataPoints), intervalMs, 1);
  return Array.from({ length: Math.ceil((toMs - fromMs) / stepMs) }, (_, i) => fromMs + i * stepMs);
}

function counted(from: number, length: number) {
  return numbers(Float64Array.from({ length }, (_, i) => from + i));
}

const columns = ['age', 'größe 😀'];

/** Frames of every type, by the kind that a query asks for. */
export function testFrames(kind: string, query: DataQuery): EncodedFrame[] {
  const at = timesOf(query);
  switch (kind) {
    case 'series':
      return columns.map((column, i) =>
        encodeFrame({
          type: 'timeseries-multi',
          time: times(at),
          value: { name: 'value', labels: { column, metric: 'mean' }, values: counted(10 * i, at.length) },
        })
      );
    case 'wide':
      return [
        encodeFrame({
          type: 'timeseries-wide',
          time: times(at),
          values: columns.map((column, i) => ({
            name: 'value',
            labels: { column },
            values: counted(10 * i, at.length),
          })),
        }),
      ];
    case 'numbers':
      return columns.map((column, i) =>
        encodeFrame({
          type: 'numeric-multi',
          value: { name: 'value', labels: { column }, value: i === 0 ? 1.5 : null },
        })
      );
    case 'numeric-long':
      return [
        encodeFrame({
          type: 'numeric-long',
          keys: [{ name: 'column', values: strings(columns) }],
          value: { name: 'value', values: numbers([1, 2]) },
        }),
      ];
    case 'same-labels':
      return [1, 2].map((value) => encodeFrame({ type: 'numeric-multi', value: { name: 'value', value } }));
    case 'specials':
      return [specials()];
    case 'annotations':
      return [
        encodeFrame({
          type: 'annotations',
          time: times([query.fromMs, query.fromMs]),
          timeEnd: nullableTimes([query.toMs, null]),
          text: strings(['one', 'two']),
          tags: strings(['a,b', null]),
        }),
      ];
    case 'empty':
      return [encodeFrame({ type: 'no-data', of: 'numeric-multi' })];
    case 'nothing':
      return [];
    case 'bulk':
      return [
        encodeFrame({
          type: 'table',
          fields: [{ name: 'text', values: strings(Array.from({ length: 66 }, () => 'x'.repeat(1 << 20))) }],
        }),
      ];
    default:
      throw new QueryError('kind', 400, 'downstream', `there is no kind ${JSON.stringify(kind).slice(0, 80)}`);
  }
}

/** Values at the edges of every column type. */
function specials(): EncodedFrame {
  return encodeFrame({
    type: 'table',
    fields: [
      { name: 'float', values: numbers([NaN, Infinity, -Infinity, null, 1.5], { notFinite: 'keep' }) },
      { name: 'text', values: strings(['', '😀', null, '"quoted" = text', '\u0000']) },
      { name: 'integer', values: integers([-(2n ** 63n), 2n ** 63n - 1n, 0, -1, 1]) },
      { name: 'small', values: integers(Int8Array.of(-128, 127, 0, -1, 1)) },
      { name: 'flag', values: booleans([true, false, null, null, null]) },
      { name: 'time', values: nullableTimes([0, -1, null, 1_767_236_400_000, 4_102_444_800_000]) },
      { name: 'json', values: json([{ a: 'größe' }, [1], null, 'x', 1]) },
      { name: 'state', values: enumeration([0, 1, null, 1, 0], ['good', 'bad']) },
    ],
    meta: { notices: [{ severity: 'warning', text: 'edges' }], custom: { a: [1, null] } },
  });
}
