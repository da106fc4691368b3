import { isStoreError, StoreError } from './index.ts';

describe('a store error', () => {
  it('keeps code, text and cause', () => {
    const cause = new Error('EACCES');
    const error = new StoreError('unreadable', 'x.bin cannot be read', { cause });
    expect([error.name, error.code, error.message, error.cause]).toEqual([
      'StoreError',
      'unreadable',
      'x.bin cannot be read',
      cause,
    ]);
  });

  it('is known across copies of the module by its shape', () => {
    const foreign = Object.assign(new Error('x'), { name: 'StoreError', code: 'changed' });
    const values = [new StoreError('limit', 'x'), foreign, new Error('x'), { name: 'StoreError', code: 'x' }, null];
    expect(values.map(isStoreError)).toEqual([true, true, false, false, false]);
  });
});
