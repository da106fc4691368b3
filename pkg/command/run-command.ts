import { analyze } from './analyze.ts';
import { analyzeUsage } from './analyze-options.ts';
import { CommandError } from './error.ts';
import { explain, explainUsage } from './explain.ts';
import { replay, replayUsage } from './replay.ts';
import type { Output } from './show.ts';
import { show, showUsage } from './show.ts';
import { type Installation, view, viewUsage } from './view.ts';

/** The words of each command, as `driftglass help` prints them. */
const usages = [showUsage, analyzeUsage, explainUsage, viewUsage, replayUsage];
const commandNames = ['show', 'analyze', 'explain', 'view', 'replay'];

/**
 * The command `driftglass`.
 *
 * @param args the words behind it
 * @param installation what `view` serves; absent where it was not built
 * @returns the exit code: 0, 1 when something could not be read, 2 when the command was not understood; `analyze`
 *   has codes of its own
 */
export async function runCommand(
  args: readonly string[],
  output: Output,
  installation?: Installation
): Promise<number> {
  const [name, ...rest] = args;
  try {
    switch (name) {
      case 'analyze':
        return await analyze(rest, output);
      case 'explain':
        return explain(rest, output);
      case 'show':
        return await show(rest, output);
      case 'view':
        return await view(rest, output, installation);
      case 'replay':
        return replay(rest, output);
      case undefined:
      case 'help':
      case '--help':
        ['Usage:', ...usages.map((words) => `  ${words}`)].forEach(output.line);
        return name === undefined ? 2 : 0;
      default:
        throw new CommandError(
          'usage',
          `there is no command "${name}". There are ${commandNames.join(', ')}; "driftglass help" tells their words`
        );
    }
  } catch (error) {
    if (error instanceof CommandError) {
      output.error(`driftglass: ${error.message}`);
      return 2;
    }
    throw error;
  }
}
