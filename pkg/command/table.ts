/** A number as tables show it, a share with its unit, or the dash of an absent one; no date. */
const number = /^(-?\d[\d.]*(e[-+]?\d+)?( ?%)?|–?)$/;

/** Rows of texts as lines with aligned columns, the first row underlined. Numbers stand right. */
export function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, c) => Math.max(...rows.map((row) => (row[c] ?? '').length)));
  const isNumber = Array.from({ length: columns }, (_, c) => rows.slice(1).every((row) => number.test(row[c] ?? '')));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, c) => (isNumber[c] === true ? cell.padStart(widths[c] ?? 0) : cell.padEnd(widths[c] ?? 0)))
      .join('  ')
      .trimEnd();
  const [head, ...body] = rows;
  return head === undefined ? [] : [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...body.map(line)];
}
