import { GrafanaError } from '../grafana-error.ts';
import type { Method, ResourceHandler, Router } from './resource.ts';

const methods: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

interface Route<Instance> {
  readonly segments: readonly string[];
  readonly handlers: Map<Method, ResourceHandler<Instance>>;
}

/** What a method and a path lead to. */
export type Match<Instance> =
  | {
      readonly kind: 'found';
      readonly method: Method;
      readonly handler: ResourceHandler<Instance>;
      readonly params: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'no-path' }
  | { readonly kind: 'no-method'; readonly allowed: readonly Method[] };

/** The resource calls of a plugin. */
export class RouteTable<Instance> implements Router<Instance> {
  readonly #routes: Route<Instance>[] = [];

  route(method: Method, path: string, handler: ResourceHandler<Instance>): void {
    const segments = path.split('/').filter((segment) => segment !== '');
    // Two routes are the same when no path could tell them apart, whatever their parameters are called.
    const shape = shapeOf(segments);
    const known = this.#routes.find((route) => shapeOf(route.segments) === shape);
    if (known?.handlers.has(method)) {
      throw new GrafanaError('route', `${method} ${path} is routed twice: remove one`);
    }
    if (known) {
      known.handlers.set(method, handler);
    } else {
      this.#routes.push({ segments, handlers: new Map([[method, handler]]) });
      // Literal segments win over parameters, whatever the order of registration.
      this.#routes.sort((a, b) => parameterCount(a.segments) - parameterCount(b.segments));
    }
  }

  match(method: string, segments: readonly string[]): Match<Instance> {
    for (const { segments: pattern, handlers } of this.#routes) {
      const params = paramsOf(pattern, segments);
      if (params) {
        const known = methods.find((each) => each === method);
        const handler = known && handlers.get(known);
        return handler
          ? { kind: 'found', method: known, handler, params }
          : { kind: 'no-method', allowed: [...handlers.keys()].sort() };
      }
    }
    return { kind: 'no-path' };
  }
}

function isParameter(segment: string): boolean {
  return segment.startsWith(':');
}

function parameterCount(segments: readonly string[]): number {
  return segments.filter(isParameter).length;
}

function shapeOf(segments: readonly string[]): string {
  return segments.map((segment) => (isParameter(segment) ? ':' : segment)).join('/');
}

function paramsOf(pattern: readonly string[], segments: readonly string[]): ReadonlyMap<string, string> | null {
  if (pattern.length !== segments.length) {
    return null;
  }
  const params = new Map<string, string>();
  for (const [index, segment] of segments.entries()) {
    const expected = pattern[index] ?? '';
    if (isParameter(expected)) {
      params.set(expected.slice(1), segment);
    } else if (expected !== segment) {
      return null;
    }
  }
  return params;
}
