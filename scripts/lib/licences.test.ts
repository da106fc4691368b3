import { licenceTexts, packageFolder } from './licences.ts';
import { root } from './run.ts';
import { join } from 'node:path';

test.each([
  ['node_modules/long/index.js', 'node_modules/long'],
  ['node_modules/@grpc/grpc-js/build/src/index.js', 'node_modules/@grpc/grpc-js'],
  ['node_modules/a/node_modules/@b/c/d.js', 'node_modules/a/node_modules/@b/c'],
  ['pkg/main.ts', undefined],
])('packageFolder(%s)', (input, folder) => {
  expect(packageFolder(input)).toBe(folder);
});

test('licenceTexts has the text of each bundled package once, of Node and of the GCC libraries', () => {
  const input = { bytes: 0, imports: [] };
  const text = licenceTexts(
    {
      inputs: {
        'pkg/main.ts': input,
        'node_modules/@grpc/grpc-js/build/src/index.js': input,
        'node_modules/@grpc/grpc-js/build/src/call.js': input,
      },
      outputs: {},
    },
    join(root, 'LICENSE')
  );
  expect(text.match(/^.*@grpc\/grpc-js .*$/gm)).toEqual([
    expect.stringMatching(/^@grpc\/grpc-js \S+ \(Apache-2\.0\)$/),
  ]);
  expect(text).toContain('TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION');
  expect(text).toContain('GCC Runtime Library Exception');
  expect(text).not.toContain(root);
});
