import { ContractError } from '../contract/index.ts';
import type { StoreErrorCode } from '../store/index.ts';
import { StoreError } from '../store/index.ts';
import { TimelineError } from '../timeline/index.ts';
import type { FailureStatus, RequestErrorCode } from './index.ts';
import { isRequestError, knownFailure, RequestError } from './index.ts';

/** Every code: the compiler sees to it that none is missing. */
const ofStore: Record<StoreErrorCode, FailureStatus> = {
  'no-roots': 403,
  'outside-roots': 403,
  'not-found': 404,
  forbidden: 403,
  changed: 503,
  limit: 400,
  unreadable: 502,
  'unknown-dataset': 404,
};

const ofRequest: Record<RequestErrorCode, FailureStatus> = {
  'ambiguous-dataset': 400,
  'unknown-column': 404,
  'unknown-reference': 404,
  'too-many-series': 400,
  'incomplete-knowledge': 503,
  'unreadable-profile': 503,
  'bad-option': 400,
  'no-document': 404,
  'bad-document': 400,
  'unknown-analyzer': 404,
  'unknown-monitor': 404,
  cancelled: 499,
};

describe('a failure', () => {
  it('of every code has a status, and is never a fault of ours', () => {
    const texts = { source: 'downstream', text: 'the text' };
    for (const [code, status] of Object.entries(ofStore)) {
      // Object.entries forgets which keys there are.
      expect(knownFailure(new StoreError(code as StoreErrorCode, 'the text'))).toEqual({ status, ...texts });
    }
    for (const [code, status] of Object.entries(ofRequest)) {
      // As above.
      expect(knownFailure(new RequestError(code as RequestErrorCode, 'the text'))).toEqual({ status, ...texts });
    }
    expect(knownFailure(new ContractError('missing', '', 'the text'))).toEqual({ status: 400, ...texts });
    expect(knownFailure(new TimelineError('too-many-buckets', 'the text'))).toEqual({ status: 400, ...texts });
  });

  it('names the place in the query', () => {
    expect(knownFailure(new ContractError('missing', 'columns', 'is missing'))?.text).toBe('columns: is missing');
  });

  it.each([new Error('x'), new RangeError('x'), 'x', null, undefined, { name: 'StoreError', code: 'limit' }])(
    'is unknown for %p',
    (error) => {
      expect(knownFailure(error)).toBeNull();
    }
  );

  it('is known across copies of the modules by its shape', () => {
    const foreign = Object.assign(new Error('x'), { name: 'RequestError', code: 'cancelled' });
    expect(isRequestError(foreign)).toBe(true);
    expect(knownFailure(foreign)).toEqual({ status: 499, source: 'downstream', text: 'x' });
  });
});
