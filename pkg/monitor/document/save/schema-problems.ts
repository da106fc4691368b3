import { isJsonObject } from '../../../contract/index.ts';
import { foundText } from '../document-reader.ts';
import { validateDocument, type SchemaError } from '../gen/validate-document.js';
import { childPath, type Problem, type ProblemCode } from '../problem.ts';
import type { RawPart } from './raw-view.ts';

/** What a value must look like, by the pattern that it breaks. */
const patternTexts: readonly { readonly part: string; readonly text: string }[] = [
  { part: '^P', text: 'a duration has days, hours and minutes, as in P1D or P1DT18H' },
  { part: '-_.]', text: 'letters, digits, "-", "_" and "." are allowed' },
  { part: 'Z \\-_', text: 'letters, digits, spaces, "-" and "_" are allowed' },
  { part: 'Z\\-_', text: 'letters, digits, "-" and "_" are allowed' },
];

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

interface Place {
  readonly path: string;
  readonly value: unknown;
}

/** A place by its JSON pointer, with the value that stands there. */
function placeOf(document: RawPart, pointer: string): Place {
  let place: Place = { path: document.path, value: document.object };
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(place.value)) {
      place = { path: `${place.path}[${key}]`, value: (place.value as readonly unknown[])[Number(key)] };
    } else {
      place = {
        path: childPath(place.path, key),
        value: isJsonObject(place.value) ? place.value[key] : undefined,
      };
    }
  }
  return place;
}

function typeText(type: unknown): string {
  const types = Array.isArray(type) ? type.map(String) : [String(type)];
  return types.map((name) => typeNames[name] ?? name).join(' or ');
}

function problem(path: string, code: ProblemCode, text: string): Problem {
  return { severity: 'error', path, code, text };
}

/** Where the type is absent, the missing key is told already. */
function discriminatorProblem({ path, value }: Place): Problem | null {
  const type = isJsonObject(value) ? value['type'] : undefined;
  return type === undefined
    ? null
    : problem(
        childPath(path, 'type'),
        'unknown-value',
        `${foundText(type)} is not allowed here. Remedy: choose another type`
      );
}

function lengthProblem(path: string, what: string, found: number, bound: string, limit: unknown): Problem {
  const side = bound.startsWith('max') ? 'at most' : 'at least';
  return problem(path, 'length', `it has ${found} ${what}. Remedy: ${side} ${String(limit)}`);
}

/** One violation in our words; null for one that only repeats others. */
function toProblem(place: Place, error: SchemaError): Problem | null {
  const { keyword, params } = error;
  const { path, value } = place;
  switch (keyword) {
    case 'if':
      return null;
    case 'required': {
      const key = String(params['missingProperty']);
      return problem(childPath(path, key), 'missing', `${key} is missing. Remedy: add it`);
    }
    case 'additionalProperties':
      return problem(
        childPath(path, String(params['additionalProperty'])),
        'unknown-key',
        'this key is not allowed here. Remedy: remove it'
      );
    case 'type':
      return problem(path, 'wrong-type', `${typeText(params['type'])} is expected, not ${foundText(value)}`);
    case 'enum':
      return problem(
        path,
        'unknown-value',
        `${foundText(value)} is none of ${(params['allowedValues'] as readonly unknown[]).join(', ')}`
      );
    case 'const':
      return problem(
        path,
        'unknown-value',
        `${foundText(value)} is not allowed here. Remedy: ${String(params['allowedValue'])}`
      );
    case 'discriminator':
      return discriminatorProblem(place);
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum': {
      const bounds = { minimum: 'at least', maximum: 'at most', exclusiveMinimum: 'more than' };
      return problem(
        path,
        'out-of-range',
        `${foundText(value)} is out of range. Remedy: ${bounds[keyword]} ${String(params['limit'])}`
      );
    }
    case 'minLength':
    case 'maxLength':
      return lengthProblem(path, 'characters', String(value).length, keyword, params['limit']);
    case 'minItems':
    case 'maxItems':
      return lengthProblem(path, 'entries', Array.isArray(value) ? value.length : 0, keyword, params['limit']);
    case 'minProperties':
    case 'maxProperties':
      return lengthProblem(path, 'keys', isJsonObject(value) ? Object.keys(value).length : 0, keyword, params['limit']);
    case 'pattern': {
      const pattern = String(params['pattern']);
      const hint = patternTexts.find(({ part }) => pattern.includes(part))?.text ?? `it must match ${pattern}`;
      return problem(path, 'pattern', `${foundText(value)} is not allowed. Remedy: ${hint}`);
    }
    default:
      return problem(path, 'pattern', `it breaks the schema's rule "${keyword}". Remedy: see docs/schema`);
  }
}

/** Violations of the schema, in the order in which it finds them; each is an error. */
export function schemaProblems(document: RawPart): readonly Problem[] {
  if (validateDocument(document.object)) {
    return [];
  }
  return (validateDocument.errors ?? []).flatMap(
    (error) => toProblem(placeOf(document, error.instancePath), error) ?? []
  );
}
