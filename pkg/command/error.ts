export type CommandErrorCode = 'usage' | 'input';

/** A command that cannot be carried out as it was given. */
export class CommandError extends Error {
  readonly code: CommandErrorCode;

  constructor(code: CommandErrorCode, text: string) {
    super(text);
    this.name = 'CommandError';
    this.code = code;
  }
}
