import type { DataFrame } from '@grafana/data';
import { at } from '../element.ts';
import { fieldNamed, numbersOf } from './columns.ts';
import type { Bins } from './profile-model.ts';

/** Why a frame's bins cannot be drawn, in words. */
export interface Refusal {
  readonly reason: string;
}

export function isRefusal(value: object): value is Refusal {
  return 'reason' in value;
}

/** Neighbouring edges may overlap by this part of a bin's width: sums of widths do not end exactly where they should. */
const overlapTolerance = 1e-6;

function mistakeOf({ xMin, xMax }: Bins): string | null {
  for (let i = 0; i < xMin.length; i++) {
    const [start, end] = [at(xMin, i), at(xMax, i)];
    if (!Number.isFinite(start) || !Number.isFinite(end)) {
      return `bin ${i + 1} has an edge that is no finite number`;
    }
    if (end < start) {
      return `bin ${i + 1} ends at ${end}, before it starts at ${start}`;
    }
    if (i > 0 && at(xMax, i - 1) - start > overlapTolerance * Math.max(end - start, 0)) {
      return start < at(xMin, i - 1) ? 'the bins are not in ascending order' : `bins ${i} and ${i + 1} overlap`;
    }
  }
  return null;
}

/** Reads xMin and xMax. The frame's rows are in ascending order, as in Grafana's own histograms. */
export function parseBins(frame: DataFrame): Bins | Refusal {
  const [xMin, xMax] = ['xMin', 'xMax'].map((name) => numbersOf(fieldNamed(frame, name), frame.length));
  if (!xMin || !xMax) {
    return { reason: 'the fields xMin and xMax with the edges of the bins are missing' };
  }
  const bins = { xMin, xMax };
  const mistake = mistakeOf(bins);
  return mistake === null ? bins : { reason: mistake };
}
