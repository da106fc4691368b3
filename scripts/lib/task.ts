/** Runs what a task is about; a failure is one line for a person, not a stack, and exit code 1. */
export async function runTask(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(`driftglass: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
