/**
 * `describe`, or its skipping form with the reason printed: what could not be tested must be seen.
 *
 * @param reason why it cannot be tested here; undefined when it can
 */
export function describeUnless(reason: string | undefined, name: string, tests: () => void): void {
  if (reason === undefined) {
    describe(name, tests);
  } else {
    process.stderr.write(`left out, ${reason}: ${name}\n`);
    describe.skip(name, tests);
  }
}
