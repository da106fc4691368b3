import type { FailureType } from '../../contract/index.ts';
import type { ProblemCode } from './problem.ts';

/**
 * Ends the reading of one analyzer, monitor or document that cannot run. Never leaves this folder: whoever reads the
 * whole makes a problem of it, and for an analyzer the failure of its results.
 */
export class Refusal extends Error {
  readonly path: string;
  readonly code: ProblemCode;
  readonly failureType: FailureType;

  constructor(path: string, code: ProblemCode, failureType: FailureType, text: string) {
    super(text);
    this.name = 'Refusal';
    this.path = path;
    this.code = code;
    this.failureType = failureType;
  }
}

/** A key that WhyLabs' engine cannot do without. */
export function missing(path: string, text: string): Refusal {
  return new Refusal(path, 'missing', 'ConfigMissingRequiredField', text);
}
