import { compareVersions, findRuntimeLibraries, glibcNeeded } from './runtime-libraries.ts';

const maps = [
  '00400000-00746000 r--p 00000000 08:01 11 /opt/node/bin/node',
  '7f0000000000-7f0000099000 r--p 00000000 08:01 12                 /usr/lib64/libstdc++.so.6.0.30',
  '7f0000099000-7f00000aa000 r-xp 00099000 08:01 12                 /usr/lib64/libstdc++.so.6.0.30',
  '7f00000f0000-7f00000f3000 r--p 00000000 08:01 13                 /usr/lib64/libgcc_s.so.1',
  '7f00000f4000-7f00000f5000 rw-p 00000000 00:00 0 ',
].join('\n');

test('findRuntimeLibraries names the files that are loaded', () => {
  expect(findRuntimeLibraries(maps)).toEqual([
    { name: 'libstdc++.so.6', path: '/usr/lib64/libstdc++.so.6.0.30' },
    { name: 'libgcc_s.so.1', path: '/usr/lib64/libgcc_s.so.1' },
  ]);
});

test('findRuntimeLibraries names the missing one and the remedy', () => {
  expect(() => findRuntimeLibraries(maps.replaceAll('libgcc_s', 'libother'))).toThrow(
    'this Node has not loaded libgcc_s.so.1, so it cannot be shipped. Remedy: build with the pinned Node'
  );
});

test.each([
  ['the newest of several', ['GLIBC_2.2.5', 'GLIBC_2.14', 'GLIBC_2.4'], '2.14'],
  ['numbers, not letters', ['GLIBC_2.9', 'GLIBC_2.36', 'GLIBC_2.4'], '2.36'],
  ['a third number', ['GLIBC_2.2.5', 'GLIBC_2.2'], '2.2.5'],
  ['nothing but others', ['GLIBCXX_3.4.30', 'GCC_3.0', 'GLIBC_PRIVATE'], null],
  ['nothing', [], null],
])('glibcNeeded: %s', (_, names, expected) => {
  expect(glibcNeeded(Buffer.from(`\0${names.join('\0')}\0`))).toBe(expected);
});

test.each([
  ['2.36', '2.36', 0],
  ['2.4', '2.36', -1],
  ['2.36.1', '2.36', 1],
  ['3', '2.99', 1],
])('compareVersions(%s, %s)', (left, right, sign) => {
  expect(Math.sign(compareVersions(left, right))).toBe(sign);
});
