import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** A value of a cell; NaN stands for what is missing. */
export type Cell = number | string | boolean | null;

/** Rows to be profiled on both sides, by column. */
export interface Dataset {
  readonly name: string;
  readonly columns: Readonly<Record<string, DatasetColumn>>;
}

export interface DatasetColumn {
  /** How pandas is to hold it. */
  readonly dtype: 'float64' | 'int64' | 'bool' | 'object';
  readonly values: readonly Cell[];
}

/** Pseudo-random numbers in [0, 1): the mulberry32 generator, so that both sides get the same rows on every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function fill<T>(count: number, value: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => value(index));
}

/** Numbers with a heavy tail, of both signs, with missing and infinite ones. */
export function numbers(count: number): Dataset {
  const next = random(1);
  return {
    name: 'numbers',
    columns: {
      pareto: { dtype: 'float64', values: fill(count, () => 1.5 / (1 - next()) ** (1 / 1.1)) },
      signed: { dtype: 'float64', values: fill(count, () => (next() - 0.5) * 10 ** (next() * 20 - 10)) },
      missing: { dtype: 'float64', values: fill(count, () => (next() < 0.2 ? NaN : next())) },
      infinite: { dtype: 'float64', values: fill(count, () => (next() < 0.01 ? Infinity : next())) },
      constant: { dtype: 'float64', values: fill(count, () => 6.25) },
      integers: { dtype: 'int64', values: fill(count, () => Math.floor((next() - 0.5) * 2e6)) },
      few: { dtype: 'int64', values: fill(count, () => Math.floor(next() * 7) - 2) },
      flags: { dtype: 'bool', values: fill(count, () => next() < 0.3) },
    },
  };
}

const words = ['', ' ', 'a', 'über', '日本語', '😀', 'e\u0301', 'tab\tnew\nline', '"quoted"', 'x'.repeat(200)];

/** Texts of many and few values, beyond ASCII, longer than what is kept, and missing. */
export function texts(count: number): Dataset {
  const next = random(2);
  const pick = (): string => words[Math.floor(next() * words.length)] ?? '';
  return {
    name: 'texts',
    columns: {
      identifiers: { dtype: 'object', values: fill(count, () => `id-${Math.floor(next() * 2 ** 40).toString(16)}`) },
      skewed: { dtype: 'object', values: fill(count, () => `w${Math.floor(1 / (1 - next()) ** 0.7)}`) },
      words: { dtype: 'object', values: fill(count, pick) },
      missing: { dtype: 'object', values: fill(count, () => (next() < 0.4 ? null : pick())) },
    },
  };
}

/** Nulls and several types in one column. Numbers are whole: JavaScript has no 1.0 beside 1. */
export function mixtures(count: number): Dataset {
  const next = random(3);
  const one = (...options: readonly Cell[]): Cell => options[Math.floor(next() * options.length)] ?? null;
  return {
    name: 'mixtures',
    columns: {
      everything: {
        dtype: 'object',
        values: fill(count, () => one('text', '1', '', 1, -7, 40, true, false, null, NaN)),
      },
      fractions: { dtype: 'object', values: fill(count, () => one('text', 0.5, -2.25, 1e-7, 1e22, 0.0078125)) },
      nullable: { dtype: 'object', values: fill(count, () => one(true, false, null)) },
      nothing: { dtype: 'object', values: fill(count, () => null) },
    },
  };
}

const kinds: Readonly<Record<string, 'float64' | 'int64' | 'bool'>> = {
  ...{ year: 'int64', month: 'int64', day: 'int64', distance: 'int64', sched_dep_time: 'int64', cancelled: 'bool' },
  ...{ dep_delay: 'float64', arr_delay: 'float64', air_time: 'float64', seats: 'float64', temp: 'float64' },
  ...{ wind_speed: 'float64', precip: 'float64', visib: 'float64', output_arr_delay: 'float64' },
};

/** Every flight that left New York City in February 2013. */
export function flights(): Dataset {
  const file = join(__dirname, '../data/whylogs-python/flights-2013-02.csv.br');
  const [header = '', ...lines] = brotliDecompressSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
  const rows = lines.map((line) => line.split(','));
  const columns = header.split(',').map((name, index): [string, DatasetColumn] => {
    const dtype = kinds[name] ?? 'object';
    return [name, { dtype, values: rows.map((row) => parse(row[index] ?? '', dtype)) }];
  });
  return { name: 'flights', columns: Object.fromEntries(columns) };
}

function parse(text: string, dtype: DatasetColumn['dtype']): Cell {
  if (dtype === 'bool') return text === 'True';
  if (text === '') return NaN;
  return dtype === 'object' ? text : Number(text);
}

/** The rows of a dataset that fall to one of several files. */
export function part({ name, columns }: Dataset, index: number, parts: number): Dataset {
  const mine = Object.entries(columns).map(([column, { dtype, values }]): [string, DatasetColumn] => [
    column,
    { dtype, values: values.filter((_, row) => row % parts === index) },
  ]);
  return { name: `${name} ${index}`, columns: Object.fromEntries(mine) };
}
