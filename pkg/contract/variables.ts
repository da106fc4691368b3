import { ContractError } from './error.ts';

/** Grafana's three ways to write a variable; in the latter two a format or a field may follow the name. */
const variable = /\$(\w+)|\$\{(\w+)[^}]*\}|\[\[(\w+)[^\]]*\]\]/;
const wholeVariable = new RegExp(`^(?:${variable.source})$`);

function nameIn(pattern: RegExp, text: string): string | null {
  const found = pattern.exec(text);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? null;
}

/** The name of the dashboard variable that a text consists of, or null. */
export function variableName(text: string): string | null {
  return nameIn(wholeVariable, text);
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
  const name = nameIn(variable, text);
  if (name !== null) {
    throw leftoverVariable(path, name);
  }
}
