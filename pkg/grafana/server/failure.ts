import { codeOf, isError } from '../error-facts.ts';
import { FrameError } from '../frame/frame-error.ts';
import { QueryError, type QueryFailure } from '../query-error.ts';

export type DescribeError = (error: unknown) => QueryFailure | null;

/** Errors of sockets, name resolution and TLS: the remote system's, not ours. */
const networkCodes: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'refused the connection'],
  ['ECONNRESET', 'reset the connection'],
  ['EPIPE', 'closed the connection'],
  ['UND_ERR_SOCKET', 'closed the connection'],
  ['ENOTFOUND', 'has a name that is not known'],
  ['EAI_AGAIN', 'has a name that cannot be looked up now'],
  ['EHOSTUNREACH', 'cannot be reached'],
  ['ENETUNREACH', 'cannot be reached'],
  ['ETIMEDOUT', 'did not answer in time'],
  ['UND_ERR_CONNECT_TIMEOUT', 'did not answer in time'],
  ['UND_ERR_HEADERS_TIMEOUT', 'did not answer in time'],
  ['UND_ERR_BODY_TIMEOUT', 'did not answer in time'],
  ['CERT_HAS_EXPIRED', 'has an expired certificate'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'has a self-signed certificate'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'has a self-signed certificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'has a certificate that cannot be verified'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'has a certificate for another name'],
]);

/** A failure, and whether it is one that nobody foresaw: that has to be logged with its stack. */
export interface Described {
  readonly failure: QueryFailure;
  readonly isUnexpected: boolean;
}

/**
 * What to tell the user about an error of a handler. Texts of errors that nobody foresaw may hold paths or secrets; they
 * go to the log only.
 */
export function describe(error: unknown, describeError: DescribeError): Described {
  if (error instanceof QueryError) {
    return expected(error);
  }
  const own = describeError(error);
  if (own) {
    return expected(own);
  }
  if (error instanceof FrameError) {
    return {
      failure: { status: 500, source: 'plugin', text: `cannot build the answer: ${error.message}` },
      isUnexpected: true,
    };
  }
  const network = networkProblem(error);
  if (network) {
    return expected({ status: 502, source: 'downstream', text: `the remote system ${network}` });
  }
  const text = "an internal error; its details are in the log of Grafana's server";
  return { failure: { status: 500, source: 'plugin', text }, isUnexpected: true };
}

function expected({ status, source, text }: QueryFailure): Described {
  return { failure: { status, source, text }, isUnexpected: status === 500 };
}

/** Follows the causes (fetch hides the socket's error there), as far as five deep: chains may be circles. */
function networkProblem(error: unknown): string | null {
  let cause = error;
  for (let depth = 0; depth < 5 && isError(cause); depth++) {
    const code = codeOf(cause);
    const problem = code === null ? undefined : networkCodes.get(code);
    if (problem !== undefined) {
      return `${problem} (${String(code)})`;
    }
    cause = cause.cause;
  }
  return null;
}
