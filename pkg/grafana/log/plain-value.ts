import { isError } from '../error-facts.ts';
import { isSecretKey } from './secrets.ts';

/** How much of a value is written. */
export interface ValueLimits {
  readonly maxChars: number;
  readonly maxDepth: number;
  /** Values in all, however they are nested. */
  readonly maxValues: number;
}

/** The text cut to a number of characters, saying so. */
export function cut(text: string, maxChars: number): string {
  return text.length <= maxChars ? text : `${text.slice(0, maxChars)}… (${text.length} characters)`;
}

/** An error with its causes, as far as five deep: chains may be circles. */
export function errorText(error: Error): string {
  const parts: string[] = [];
  let cause: unknown = error;
  for (let depth = 0; depth < 5 && isError(cause); depth++) {
    parts.push(cause.stack ?? `${cause.name}: ${cause.message}`);
    cause = cause.cause;
  }
  return parts.join('\ncaused by ');
}

/** A value as JSON can say it, cut to limits, without what stands under secret keys. `clean` goes over every text. */
export function plainValue(value: unknown, limits: ValueLimits, clean: (text: string) => string): unknown {
  let left = limits.maxValues;
  const visit = (item: unknown, depth: number): unknown => {
    if (left-- <= 0) {
      return '…';
    }
    switch (typeof item) {
      case 'string':
        return cut(clean(item), limits.maxChars);
      case 'number':
        return Number.isFinite(item) ? item : String(item);
      case 'boolean':
        return item;
      case 'object':
        break;
      default:
        return cut(clean(String(item)), limits.maxChars);
    }
    if (item === null) {
      return null;
    }
    if (isError(item)) {
      return cut(clean(errorText(item)), limits.maxChars);
    }
    if (item instanceof Date) {
      return String(item);
    }
    if (ArrayBuffer.isView(item)) {
      return `${item.byteLength} bytes`;
    }
    if (depth === limits.maxDepth) {
      return '…';
    }
    if (Array.isArray(item)) {
      return item.slice(0, left).map((each) => visit(each, depth + 1));
    }
    const entries = Object.entries(item).slice(0, left);
    return Object.fromEntries(
      entries.map(([key, each]) => [clean(key), isSecretKey(key) ? '[redacted]' : visit(each, depth + 1)])
    );
  };
  return visit(value, 0);
}
