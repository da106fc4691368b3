import { labelProblem, labelText, validLabels } from './labels.ts';

describe('labels', () => {
  it.each([{}, { a: 'b' }, { _x1: 'ü 😀', A: ' ' }])('accepts %j', (labels) => {
    expect(validLabels(labels)).toBe(true);
  });

  it.each([
    [{ 'a.b': 'x' }, 'label name "a.b" is not a Prometheus name: use letters, digits and _, not a digit first'],
    [{ 'sp ace': 'x' }, 'label name "sp ace" is not a Prometheus name: use letters, digits and _, not a digit first'],
    [{ ü: 'x' }, 'label name "ü" is not a Prometheus name: use letters, digits and _, not a digit first'],
    [{ '1a': 'x' }, 'label name "1a" is not a Prometheus name: use letters, digits and _, not a digit first'],
    [{ '': 'x' }, 'label name "" is not a Prometheus name: use letters, digits and _, not a digit first'],
    [{ a: '' }, 'label a is empty: leave it out or give it a value'],
  ])('refuses %j', (labels, problem) => {
    expect(labelProblem(labels)).toBe(problem);
    expect(validLabels(labels)).toBe(false);
  });

  it('gives equal texts to equal sets, and others to others', () => {
    expect(labelText({ b: '2', a: '1' })).toBe('{a="1",b="2"}');
    expect(labelText({ a: '1', b: '2' })).toBe(labelText({ b: '2', a: '1' }));
    expect(labelText({ a: '1",b="2' })).not.toBe(labelText({ a: '1', b: '2' }));
    expect(labelText({})).toBe('{}');
  });
});
