/**
 * Flags of Node for the back end, in the executable and in the launcher alike. The size of the heap is not among them:
 * what stands here could not be changed by NODE_OPTIONS any more (docs/packaging.md).
 */
export const backEndNodeFlags: readonly string[] = [
  // Grafana reads stderr line by line as JSON; Node's own notice about node:sqlite is none.
  '--disable-warning=ExperimentalWarning',
  // MiB of each half of the young generation. Encoded frames are large and short-lived: with V8's own 16 the process
  // held 250 MiB under load where 4 and 150 MiB gave the same throughput. 2 saves 15 more over the four threads of a
  // small machine and costs 3 to 4 per cent of a long evaluation (bench/engine).
  '--max-semi-space-size=2',
];
