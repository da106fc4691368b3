import { errorText } from './error-text.ts';

test.each([
  [
    'the back end’s own words',
    { status: 403, data: { message: 'the folder is not allowed' }, config: {} },
    'the folder is not allowed',
  ],
  ['a proxy without words', { status: 502, data: '<html>', config: {} }, 'the server answered 502'],
  ['an empty message', { status: 500, data: { message: '' }, config: {} }, 'the server answered 500'],
  ['an error of ours', new Error('broken'), 'broken'],
  ['anything else', 'odd', 'odd'],
])('%s', (_, error, text) => {
  expect(errorText(error)).toBe(text);
});
