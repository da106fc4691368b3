import type { ColumnSchema } from '../document/entity.ts';
import { type ColumnFacts, columnFacts, type InferredColumn } from './column-facts.ts';

const nulls: InferredColumn = { dataType: 'NULL', discreteness: 'discrete' };
const unknownNulls: InferredColumn = { dataType: 'NULL', discreteness: null };
const integers: InferredColumn = { dataType: 'INTEGRAL', discreteness: 'discrete' };
const numbers: InferredColumn = { dataType: 'FRACTIONAL', discreteness: 'continuous' };
const objects: InferredColumn = { dataType: 'UNKNOWN', discreteness: 'discrete' };

describe('the facts of a column that the document does not name', () => {
  it.each<[string, InferredColumn[], Omit<ColumnFacts, 'classifier' | 'hidden'>]>([
    ['nothing seen', [], { dataType: null, discreteness: null }],
    ['one batch', [numbers], numbers],
    ['the first batch, whatever follows', [integers, numbers], integers],
    ['the first that is not NULL', [nulls, unknownNulls, numbers, integers], numbers],
    ['nothing but NULL: the first', [nulls, unknownNulls], nulls],
    ['objects are a type', [objects, integers], objects],
  ])('%s', (_, inferences, expected) => {
    expect(columnFacts('a', null, inferences)).toEqual({ classifier: 'input', hidden: false, ...expected });
  });

  it.each<[string, ColumnFacts['classifier']]>([
    ['output_score', 'output'],
    ['modelOutput', 'output'],
    ['OUTPUT', 'output'],
    ['outpu', 'input'],
    ['', 'input'],
  ])('"%s" is an %s', (name, classifier) => {
    expect(columnFacts(name, null, []).classifier).toBe(classifier);
  });
});

describe('what the document says', () => {
  const stored: ColumnSchema = {
    discreteness: 'continuous',
    dataType: 'STRING',
    classifier: 'input',
    hidden: true,
  };

  it('wins', () => {
    expect(columnFacts('output', stored, [integers])).toEqual(stored);
  });

  it('is completed one by one', () => {
    const expected = { classifier: 'output', hidden: false, dataType: 'INTEGRAL', discreteness: 'continuous' };
    const half: ColumnSchema = { ...stored, dataType: null, classifier: 'output', hidden: false };
    expect(columnFacts('a', half, [integers])).toEqual(expected);
    expect(columnFacts('a', { ...stored, discreteness: null }, [integers])).toMatchObject({
      dataType: 'STRING',
      discreteness: 'discrete',
    });
  });

  it('keeps its own NULL', () => {
    expect(columnFacts('a', { ...stored, dataType: 'NULL' }, [integers]).dataType).toBe('NULL');
  });
});
