/**
 * Flags of Node for the back end, in the executable and in the launcher alike. Memory is not among them: what stands
 * here could not be changed by NODE_OPTIONS any more (docs/packaging.md).
 */
export const backEndNodeFlags: readonly string[] = [
  // Grafana reads stderr line by line as JSON; Node's own notice about node:sqlite is none.
  '--disable-warning=ExperimentalWarning',
];
