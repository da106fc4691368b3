import { ContractError } from './error.ts';
import type { JsonReader } from './json-reader.ts';

/** What a target is compared with, by the names of a monitor document. */
export type Baseline =
  | { readonly type: 'TrailingWindow'; readonly size: number }
  | { readonly type: 'Reference'; readonly profileId: string };

/** Largest trailing window, in batches: 90, the monitor document's own limit. Less than its 4 is allowed here. */
export const maxTrailingWindow = 90;

/** The window when a query asks for a distance and names no baseline: WhyLabs' default of 7 batches. */
export const defaultBaseline: Baseline = { type: 'TrailingWindow', size: 7 };

/** @throws ContractError for an unknown type, a size outside 1 to 90 or a missing profileId */
export function parseBaseline(reader: JsonReader | undefined): Baseline | undefined {
  if (reader === undefined) {
    return undefined;
  }
  const type = reader.oneOf('type', ['TrailingWindow', 'Reference'] as const);
  switch (type) {
    case 'TrailingWindow': {
      const size = reader.optionalNumber('size') ?? 7;
      if (!Number.isInteger(size) || size < 1 || size > maxTrailingWindow) {
        throw new ContractError(
          'out-of-range',
          `${reader.path}.size`,
          `${size} is no whole number of batches from 1 to ${maxTrailingWindow}`
        );
      }
      return { type, size };
    }
    case 'Reference':
      return { type, profileId: reader.string('profileId') };
  }
}
