import { ContractError } from './error.ts';

const wholeVariable = /^(?:\$(\w+)|\$\{([^}]+)\}|\[\[(\w+)\]\])$/;
const anyVariable = /\$\{([^}:]+)[^}]*\}|\[\[(\w+)[^\]]*\]\]|\$(\w+)/;

/** The name of the dashboard variable that a text consists of, or null. */
export function variableName(text: string): string | null {
  const found = wholeVariable.exec(text);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? null;
}

/** The error for a variable that nobody replaced, as in an alert rule, where no dashboard does it. */
export function leftoverVariable(path: string, name: string): ContractError {
  return new ContractError(
    'variable',
    path,
    `the variable $${name} was not replaced; alert rules and shared dashboards have no variables, so write the value itself`
  );
}

/** @throws ContractError variable when the text still holds one */
export function refuseVariables(path: string, text: string): void {
  const found = anyVariable.exec(text);
  const name = found?.[1] ?? found?.[2] ?? found?.[3];
  if (name !== undefined) {
    throw leftoverVariable(path, name);
  }
}
