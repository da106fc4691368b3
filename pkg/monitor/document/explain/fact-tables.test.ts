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
      '| `include`: patterns such as prompt.\\* | never worked there, active here | An entry with \\* or ?'
    );
  });

  it('says once what is the same in every kind of config', () => {
    expect(tables.split('| `schemaVersion` | ignored, as there | Read by nothing. |')).toHaveLength(2);
    expect(tables).toContain('\n\n### Config, keys of all types\n\n');
    expect(tables).toContain(
      '\n\n### Config of diff\n\n| key | here | |\n| --- | --- | --- |\n| `mode` | same | abs or pct; abs where absent. |\n'
    );
    expect(tables).toContain('\n| `baseline` | ignored, as there | This type of analyzer has none. |\n');
  });
});
