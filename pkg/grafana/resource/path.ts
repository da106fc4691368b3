import { QueryError } from '../query-error.ts';

/** Control characters and backslashes have no place in a path that Grafana has decoded already. */
const unfit = /[\u0000-\u001f\u007f\\]/;

/**
 * The segments of a resource path, without empty and `.` ones. Grafana decodes the path and resolves nothing (real-grafana
 * P17), so it is data here: it is never decoded again.
 *
 * @throws QueryError `path` (400) for `..`, backslashes and control characters
 */
export function pathSegments(path: string): string[] {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  if (unfit.test(path) || segments.includes('..')) {
    throw new QueryError(
      'path',
      400,
      'downstream',
      'the path is not allowed: it must not climb or hold control characters'
    );
  }
  return segments;
}
