import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Profile } from '../profile/index.ts';
import { bytesSource, decodeColumn, describeProfile, openProfiles } from '../profile/index.ts';
import { CommandError } from './error.ts';
import type { NamedColumn } from './show-table.ts';
import { columnLines, columnsLines, profileHead } from './show-table.ts';

/** Where a command writes; each call is one line. */
export interface Output {
  readonly line: (text: string) => void;
  readonly error: (text: string) => void;
}

export const showUsage = 'driftglass show FILE… [--json] [--column NAME]';

interface ShowOptions {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly column: string | undefined;
}

function parse(args: readonly string[]): ShowOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, column: { type: 'string' } },
    });
    if (positionals.length === 0) {
      throw new CommandError('usage', `no file is named. Usage: ${showUsage}`);
    }
    return { files: positionals, json: values.json, column: values.column };
  } catch (error) {
    throw error instanceof CommandError
      ? error
      : new CommandError('usage', `${error instanceof Error ? error.message : String(error)}. Usage: ${showUsage}`);
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function openFile(file: string): Promise<readonly Profile[]> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new CommandError(
      'input',
      `${file} cannot be read: ${textOf(error)}. Remedy: check the path and its permissions`
    );
  }
  return openProfiles(bytesSource(file, bytes));
}

function chosen(profile: Profile, column: string | undefined): readonly string[] {
  if (column === undefined) {
    return profile.columnNames;
  }
  if (!profile.columnNames.includes(column)) {
    throw new CommandError(
      'input',
      `${profile.object} has no column "${column}"; it has ${profile.columnNames.slice(0, 20).join(', ')}${profile.columnNames.length > 20 ? ', …' : ''}`
    );
  }
  return [column];
}

/** A profile as JSON; what of it cannot be read is told, the rest is there. */
async function jsonOf(profile: Profile, options: ShowOptions, fail: (text: string) => void): Promise<object> {
  const { json, errors } = await describeProfile(profile, chosen(profile, options.column));
  errors.forEach((error) => fail(error.message));
  return json;
}

async function showTable(
  profile: Profile,
  options: ShowOptions,
  output: Output,
  fail: (text: string) => void
): Promise<void> {
  profileHead(profile).forEach(output.line);
  output.line('');
  const columns: NamedColumn[] = [];
  for (const name of chosen(profile, options.column)) {
    try {
      const raw = await profile.readColumn(name);
      if (raw !== null) {
        columns.push({ name, column: decodeColumn(raw) });
      }
    } catch (error) {
      fail(textOf(error));
    }
  }
  const lines = options.column === undefined ? columnsLines(columns) : columns.flatMap(columnLines);
  lines.forEach(output.line);
  output.line('');
}

/**
 * `driftglass show`: what is in profiles, as a table for people or with `--json` as one line a file. A file that
 * cannot be read is told on the error output, the others are shown all the same.
 *
 * @returns the exit code: 1 when something could not be read
 * @throws CommandError usage
 */
export async function show(args: readonly string[], output: Output): Promise<number> {
  const options = parse(args);
  let code = 0;
  const fail = (text: string): void => {
    code = 1;
    output.error(`driftglass: ${text}`);
  };
  for (const file of options.files) {
    try {
      const profiles = await openFile(file);
      if (options.json) {
        const all = [];
        for (const profile of profiles) {
          all.push(await jsonOf(profile, options, fail));
        }
        // One profile is its file; several (an archive, an old file of many datasets) stand in a list.
        output.line(JSON.stringify(all.length === 1 ? all[0] : { file, profiles: all }));
      } else {
        for (const profile of profiles) {
          await showTable(profile, options, output, fail);
        }
      }
    } catch (error) {
      fail(textOf(error));
    }
  }
  return code;
}
