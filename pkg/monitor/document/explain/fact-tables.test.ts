import { factTables } from './fact-tables.ts';

describe('factTables', () => {
  const tables = factTables();

  it('lists the metrics', () => {
    expect(
      tables.startsWith('### Metrics\n\n| metric | of | value |\n| --- | --- | --- |\n| `count` | column | float |\n')
    ).toBe(true);
    expect(tables).toContain('\n| `frequent_items` | column | frequent\\_items |\n');
  });

  it('has a table for each kind of object, with a row for each fact', () => {
    expect(tables).toContain(
      '\n\n### Segment\n\n| key | here | |\n| --- | --- | --- |\n| `tags` | same | All of them, and no others, must be named. |\n\n### Tag of a segment\n\n'
    );
    expect(tables).toContain("| `algorithm`: wasserstein, chi\\_square | better, named option | Driftglass' own. |\n");
    expect(tables).toContain(
      '| `include`: patterns such as prompt.\\* | better, named option | An entry with \\* or ?'
    );
  });
});
