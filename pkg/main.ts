import { runCommand, serve, terminal } from './command/index.ts';

// Grafana starts its plugins without a word; with words this is the command `driftglass`.
const words = process.argv.slice(2);

async function run(): Promise<void> {
  process.exitCode = await runCommand(words, terminal());
}

void (words.length === 0 ? serve() : run());
