import { ContractError, isContractError } from './index.ts';

describe('a contract error', () => {
  it.each([
    ['', 'an object is expected', 'an object is expected'],
    ['columns.include[0]', 'a text is expected', 'columns.include[0]: a text is expected'],
  ])('at %p says where it is', (path, text, message) => {
    const error = new ContractError('wrong-type', path, text);
    expect([error.message, error.path, error.code, error.name]).toEqual([message, path, 'wrong-type', 'ContractError']);
  });

  it('is known across copies of the module by its shape', () => {
    const foreign = Object.assign(new Error('metric: is missing'), {
      name: 'ContractError',
      code: 'missing',
      path: '',
    });
    const values = [
      new ContractError('missing', '', 'x'),
      foreign,
      new Error('x'),
      { name: 'ContractError' },
      null,
      'x',
    ];
    expect(values.map(isContractError)).toEqual([true, true, false, false, false, false]);
  });
});
