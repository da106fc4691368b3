import { parseSettings } from './index.ts';
import { refusal } from './testing/refusal.ts';

const noStore = refusal('missing', 'store', 'no profile store is set; choose a folder in the data source settings');
const noFolder = refusal('missing', 'store.path', 'no folder is set; enter the absolute path of the profiles');

describe('the settings of a data source', () => {
  it.each(['/', '/data/profiles', '/data/with space/ä', 'C:\\profiles', 'd:/profiles'])(
    'take the folder %p',
    (path) => {
      const jsonData = { store: { type: 'file', path, later: 1 }, other: true };
      expect(parseSettings(jsonData)).toEqual({ store: { type: 'file', path } });
    }
  );

  it.each([
    [undefined, noStore],
    [null, noStore],
    [{}, noStore],
    [{ store: null }, noStore],
    ['{}', refusal('wrong-type', '', 'an object is expected, not a string')],
    [[], refusal('wrong-type', '', 'an object is expected, not a list')],
    [{ store: '/data' }, refusal('wrong-type', 'store', 'an object is expected, not a string')],
    [{ store: {} }, refusal('missing', 'store.type', 'is missing')],
    [{ store: { path: '/data' } }, refusal('missing', 'store.type', 'is missing')],
    [{ store: { type: 's3', path: '/data' } }, refusal('unknown-value', 'store.type', '"s3" is none of file')],
    [{ store: { type: 'file' } }, noFolder],
    [{ store: { type: 'file', path: '' } }, noFolder],
    [{ store: { type: 'file', path: 7 } }, refusal('wrong-type', 'store.path', 'a text is expected, not a number')],
  ])('%p are refused', (jsonData, expected) => {
    expect(() => parseSettings(jsonData)).toThrow(expected);
  });

  it.each(['data', './data', '../data', '~/data', ' /data', 'C:data', '\\data'])(
    'refuse %p, which is relative',
    (path) => {
      expect(() => parseSettings({ store: { type: 'file', path } })).toThrow(
        refusal('unknown-value', 'store.path', `"${path}" is not absolute; enter a path that begins at the root`)
      );
    }
  );
});
