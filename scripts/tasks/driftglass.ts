// The command `driftglass` in a checkout: `npm run --silent driftglass -- show FILE…`. Paths are those of the person.
import { runCommand, terminal } from '../../pkg/command/index.ts';

process.chdir(process.env['INIT_CWD'] ?? process.cwd());
process.exitCode = await runCommand(process.argv.slice(2), terminal());
