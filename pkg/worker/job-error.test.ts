import { JobError, jobFailure } from './index.ts';

describe('an error of a job', () => {
  const failure = { status: 404, source: 'downstream', text: 'there is none' } as const;

  it('keeps what the asker is told apart from what the log is told', () => {
    const error = new JobError({ failure, detail: 'Error: at line 1' });
    expect([error.name, error.message, error.failure]).toEqual(['JobError', 'Error: at line 1', failure]);
    expect(jobFailure(error)).toBe(failure);
  });

  it('has nothing to tell when it is a fault of ours, or none of a pool', () => {
    expect(jobFailure(new JobError({ failure: null, detail: 'x' }))).toBeNull();
    expect([new Error('x'), 'x', null].map(jobFailure)).toEqual([null, null, null]);
  });
});
