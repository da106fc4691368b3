import { symlinkSync } from 'node:fs';

import { parseRoots } from './index.ts';
import { allowedFolder, isBelow } from './roots.ts';
import { refusal } from './testing/refusal.ts';
import { TempFolder } from './testing/temp-folder.ts';

const setting = 'roots in [plugin.driftglass-profiles-datasource]';

describe("the operator's roots", () => {
  it.each([
    [undefined, []],
    ['', []],
    [' , ,', []],
    ['/data', ['/data']],
    ['/', ['/']],
    [' /data/ , /srv/a/../b ', ['/data', '/srv/b']],
    ['/with space/ä', ['/with space/ä']],
  ])('of %p are %p', (text, roots) => {
    expect(parseRoots(text)).toEqual(roots);
  });

  it.each(['data', './data', '../data', '~/data'])('cannot be relative: %p', (root) => {
    expect(() => parseRoots(`/srv, ${root}`)).toThrow(
      refusal('outside-roots', `${setting}: "${root}" is not an absolute path`)
    );
  });
});

describe('below a folder', () => {
  it.each([
    ['/data', '/data', true],
    ['/data/a', '/data', true],
    ['/data/..a', '/data', true],
    ['/data/...', '/data', true],
    ['/data/a', '/', true],
    ['/', '/', true],
    ['/database', '/data', false],
    ['/', '/data', false],
    ['/srv', '/data', false],
  ])('%p lies below %p: %p', (path, folder, expected) => {
    expect(isBelow(path, folder)).toBe(expected);
  });
});

describe('the folder of a store', () => {
  const temp = new TempFolder();
  const [root, other, secret] = [temp.join('root'), temp.join('other'), temp.join('secret')];

  beforeAll(() => {
    temp.write({ 'root/flights/x.bin': '', 'root/file.bin': '', 'other/y.bin': '', 'secret/z.bin': '' });
    symlinkSync(secret, temp.join('root/out'));
    symlinkSync('flights', temp.join('root/in'));
    symlinkSync('nowhere', temp.join('root/broken'));
    symlinkSync(root, temp.join('alias'));
  });

  afterAll(() => temp.remove());

  it.each([
    ['the root itself', root, root],
    ['a folder below it', `${root}/flights`, `${root}/flights`],
    ['with a slash at the end', `${root}/flights/`, `${root}/flights`],
    ['another root', other, other],
    ['a way down and up', `${root}/flights/../../other`, other],
    ['a link inside', `${root}/in`, `${root}/flights`],
  ])('can be %s', (_, folder, real) => {
    expect(allowedFolder(folder, [root, other])).toBe(real);
  });

  it('may lie below a root that is a link, by the name of the root', () => {
    expect(allowedFolder(temp.join('alias/flights'), [temp.join('alias')])).toBe(`${root}/flights`);
  });

  it('can be anything where the root of the file system is allowed', () => {
    expect(allowedFolder(secret, ['/'])).toBe(secret);
  });

  it('cannot be anywhere without roots', () => {
    expect(() => allowedFolder(root, [])).toThrow(
      refusal(
        'no-roots',
        `folders are not allowed as stores on this server. Remedy: an administrator sets ${setting} of Grafana's configuration and restarts it`
      )
    );
  });

  it.each([
    ['a folder beside the roots', secret],
    ['a folder above them', temp.path],
    ['a folder that begins with the name of a root', `${root}2`],
    ['a way out', `${root}/../secret`],
    ['a way out that comes back in by a link', `${temp.path}/alias/flights`],
    ['a link that leads out', `${root}/out`],
    ['a folder below a link that leads out', `${root}/out/deeper/..`],
    ['what does not exist outside, told no otherwise than what does', `${temp.path}/nothing/at/all`],
    ['the folder of the process', '.'],
  ])('cannot be %s', (_, folder) => {
    expect(() => allowedFolder(folder, [root, other])).toThrow(
      refusal(
        'outside-roots',
        `the folder ${folder} lies outside the folders that this server allows. Remedy: choose one below them, or ask an administrator to extend ${setting}`
      )
    );
  });

  it.each([`${root}/missing`, `${root}/broken`, `${root}/file.bin/x`])('must exist: %p', (folder) => {
    expect(() => allowedFolder(folder, [root])).toThrow(
      refusal(
        'not-found',
        `the folder ${folder} does not exist or cannot be entered. Remedy: check the path and its permissions`
      )
    );
  });

  it('must be one', () => {
    const file = `${root}/file.bin`;
    expect(() => allowedFolder(file, [root])).toThrow(
      refusal('not-found', `${file} is no folder. Remedy: choose the folder in which the datasets' folders lie`)
    );
  });

  it('may lie below a root that does not exist only when it does', () => {
    expect(() => allowedFolder('/nowhere/at/all', ['/nowhere'])).toThrow(/does not exist/);
  });
});
