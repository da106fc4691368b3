import { format, resolveConfig } from 'prettier';

const begin = '<!-- generated: begin. By `node scripts/run.mjs schema`; do not edit between these lines. -->';
const end = '<!-- generated: end -->';

/**
 * A page with its generated part replaced.
 *
 * @throws Error for a page without the two marks
 */
export async function withGenerated(page: string, file: string, generated: string): Promise<string> {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) {
    throw new Error(`${file} lacks the lines "${begin}" and "${end}". Remedy: put them where the tables belong`);
  }
  const text = `${page.slice(0, from)}${begin}\n\n${generated}\n\n${page.slice(to)}`;
  return format(text, { ...(await resolveConfig(file)), parser: 'markdown' });
}
