import type { JsonObject, JsonReader } from './json-reader.ts';
import { refuseVariables } from './variables.ts';

/** The analyzer that a query asks for: one of the monitor document by its id, or one that the query brings itself. */
export type AnalyzerChoice =
  | { readonly kind: 'id'; readonly id: string }
  /** As in a monitor document; `config` alone is enough. Parsed by the engine, which names what is wrong. */
  | { readonly kind: 'inline'; readonly analyzer: JsonObject };

/** Reads `analyzerId` or `analyzer`. @throws ContractError when neither is there */
export function parseAnalyzerChoice(reader: JsonReader): AnalyzerChoice {
  const inline = reader.optionalObject('analyzer');
  if (inline !== undefined) {
    return { kind: 'inline', analyzer: inline.object };
  }
  const id = reader.string('analyzerId');
  refuseVariables('analyzerId', id);
  return { kind: 'id', id };
}
