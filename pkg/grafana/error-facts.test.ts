import { runInNewContext } from 'node:vm';

import { codeOf, isError, messageOf } from './error-facts.ts';

const foreign: unknown = runInNewContext('Object.assign(new Error("elsewhere"), { code: "EPIPE" })');

describe('errors', () => {
  it.each([
    ['an error', new TypeError('x'), true, null, 'x'],
    ['an error of another realm', foreign, true, 'EPIPE', 'elsewhere'],
    ['an aborted signal', AbortSignal.abort().reason, true, null, 'This operation was aborted'],
    ['a code that is a number', Object.assign(new Error('x'), { code: 7 }), true, null, 'x'],
    ['what only looks like one', { message: 'x', code: 'EPIPE' }, false, null, '[object Object]'],
    ['a text', 'x', false, null, 'x'],
    ['nothing', undefined, false, null, 'undefined'],
  ])('%s', (_name, value: unknown, is, code, message) => {
    expect([isError(value), codeOf(value), messageOf(value)]).toEqual([is, code, message]);
  });
});
