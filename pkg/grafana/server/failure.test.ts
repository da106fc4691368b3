import { FrameError } from '../frame/frame-error.ts';
import { QueryError } from '../query-error.ts';
import { describe as describeFailure } from './failure.ts';

const internal = "an internal error; its details are in the log of Grafana's server";

function coded(code: string, cause?: Error): Error {
  return Object.assign(new Error('secret path', { cause }), { code });
}

describe('what a user is told of', () => {
  it.each([
    [
      'a QueryError',
      new QueryError('x', 404, 'downstream', 'no such dataset'),
      [404, 'downstream', 'no such dataset', false],
    ],
    ['a QueryError that is a bug', new QueryError('x', 500, 'plugin', 'a bug'), [500, 'plugin', 'a bug', true]],
    [
      'a frame that cannot be',
      new FrameError('labels', 'field "v": bad'),
      [500, 'plugin', 'cannot build the answer: field "v": bad', true],
    ],
    [
      'a refused connection',
      coded('ECONNREFUSED'),
      [502, 'downstream', 'the remote system refused the connection (ECONNREFUSED)', false],
    ],
    [
      'a network error inside another',
      new TypeError('fetch failed', { cause: coded('ENOTFOUND') }),
      [502, 'downstream', 'the remote system has a name that is not known (ENOTFOUND)', false],
    ],
    [
      'an expired certificate',
      coded('CERT_HAS_EXPIRED'),
      [502, 'downstream', 'the remote system has an expired certificate (CERT_HAS_EXPIRED)', false],
    ],
    ['a missing file', coded('ENOENT'), [500, 'plugin', internal, true]],
    ['anything else', new TypeError('x is not a function'), [500, 'plugin', internal, true]],
    ['a text', 'thrown text', [500, 'plugin', internal, true]],
    ['nothing', undefined, [500, 'plugin', internal, true]],
  ])('%s', (_name, error, [status, source, text, isUnexpected]) => {
    expect(describeFailure(error, () => null)).toEqual({ failure: { status, source, text }, isUnexpected });
  });

  it('asks the plugin about errors of its own, but not about a QueryError', () => {
    const own = { status: 429, source: 'downstream', text: 'too many' } as const;
    expect(describeFailure(new Error('own'), () => own)).toEqual({ failure: own, isUnexpected: false });
    expect(describeFailure(new QueryError('x', 400, 'plugin', 'mine'), () => own).failure.text).toBe('mine');
  });

  it('comes to an end with a circle of causes', () => {
    const error = new Error('a');
    error.cause = error;
    expect(describeFailure(error, () => null).failure.status).toBe(500);
  });
});
