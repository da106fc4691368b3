import type { ExpectedValue } from '../contract/index.ts';
import { expectedScalar, isExpected } from './expected-scalar.ts';
import type { ScalarType, ScalarValue } from './index.ts';

const str = (value: string): ExpectedValue => ({ type: 'str', value });
const int = (value: number): ExpectedValue => ({ type: 'int', value });
const float = (value: number): ExpectedValue => ({ type: 'float', value });

describe('an expected value', () => {
  it.each<[ScalarType, ExpectedValue, ScalarValue | null]>([
    ['float', float(2.5), 2.5],
    ['float', int(9), 9],
    ['float', str('9.5'), 9.5],
    ['float', str(' 1e3 '), 1000],
    ['float', str('NaN'), NaN],
    ['float', str(' NaN '), NaN],
    ['float', str('blah'), null],
    ['float', str(''), null],
    ['float', str(' '), null],
    ['integer', int(3), 3],
    ['integer', str('3'), 3],
    ['integer', str('3.5'), null],
    ['integer', str('three'), null],
    ['integer', str('NaN'), null],
    ['integer', float(3), null],
    ['string', str(''), ''],
    ['string', str('INTEGRAL'), 'INTEGRAL'],
    ['string', int(1), '1'],
    ['string', float(1.5), null],
    ['boolean', str('true'), true],
    ['boolean', str('false'), false],
    ['boolean', str('yes'), null],
    ['boolean', int(1), null],
  ])('of a metric of type %s: %p is %p', (type, expected, value) => {
    expect(expectedScalar(expected, type)).toBe(value);
  });
});

describe('equality with an expected value', () => {
  it.each<[ScalarType, ScalarValue, ScalarValue, boolean]>([
    ['float', 9, 9, true],
    ['float', 9 + 2 ** -49, 9, true],
    ['float', 9 - 2 ** -49, 9, true],
    ['float', 9 + 2 ** -48, 9, false],
    ['float', 9 - 2 ** -48, 9, false],
    ['float', 0, -0, true],
    ['float', Number.MIN_VALUE, 0, true],
    ['float', NaN, NaN, true],
    ['float', NaN, 0, false],
    ['float', 0, NaN, false],
    ['float', Infinity, Infinity, true],
    ['float', 1, Infinity, false],
    ['float', Infinity, 1, false],
    ['float', '9', 9, false],
    ['float', 9, '9', false],
    ['integer', 9, 9, true],
    ['integer', 9, 10, false],
    ['integer', -0, 0, true],
    ['integer', 9 + 2 ** -49, 9, false],
    ['string', 'a', 'a', true],
    ['string', 'a', 'A', false],
    ['boolean', true, true, true],
    ['boolean', true, false, false],
  ])('%s: %p for %p is %p', (type, observed, expected, equal) => {
    expect(isExpected(observed, expected, type)).toBe(equal);
  });
});
