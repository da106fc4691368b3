import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const maxLines = 1200;

/** Lines of code of a file: neither empty nor comment. */
function linesOf(file: string): number {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => !/^\s*(\/\/|\/\*|\*|$)/.test(line)).length;
}

test('page and server together stay small enough to be read in an hour', () => {
  const files = ['src/view', 'pkg/view'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => !name.includes('.test.'))
      .map((name) => join(folder, name))
  );
  expect(files.length).toBeGreaterThan(20);
  expect(files.reduce((sum, file) => sum + linesOf(file), 0)).toBeLessThanOrEqual(maxLines);
});
