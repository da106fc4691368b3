import { decodeTexts } from './decode-texts.ts';
import { at } from './element.ts';
import type { Field, FieldConfig } from './field.ts';
import { FrameError } from './frame-error.ts';
import type { Frame, NumericLongFrame } from './frame.ts';
import { isLabelName, labelProblem } from './labels.ts';
import type { Layout } from './layout.ts';
import type { FrameMeta } from './meta.ts';

/** The types that Grafana's expressions read by contract, and the plain table: not for frames of another shape. */
const contractTypes: ReadonlySet<string> = new Set([
  'timeseries-multi',
  'timeseries-wide',
  'timeseries-long',
  'timeseries-many',
  'numeric-multi',
  'numeric-wide',
  'numeric-long',
  'log-lines',
  'table',
]);

/** Refuses what Grafana would refuse or misread (protocol sections 3.2 to 3.6). @throws FrameError */
export function checkLayout(frame: Frame, layout: Layout): void {
  checkLengths(layout.fields);
  for (const field of layout.fields) {
    checkLabels(field);
    checkConfig(field.name, field.config ?? {});
  }
  checkMeta(frame.meta ?? {}, layout.fields.length);
  if (frame.type === 'timeseries-multi' || frame.type === 'timeseries-wide') {
    checkAscending(frame.time.values);
  }
  if (frame.type === 'numeric-long') {
    checkKeys(frame);
  }
  if (frame.type === 'custom' && frame.metaType !== null && contractTypes.has(frame.metaType)) {
    throw new FrameError(
      'reserved-type',
      `a custom frame cannot have the type ${frame.metaType}: return a frame of that type, or take another name`
    );
  }
  const twice = firstRepeated(layout.identities);
  if (twice !== null) {
    throw new FrameError('duplicate-identity', duplicateText(twice));
  }
}

/** The first text that occurs twice, or null. */
export function firstRepeated(texts: Iterable<string>): string | null {
  const seen = new Set<string>();
  for (const text of texts) {
    if (seen.has(text)) {
      return text;
    }
    seen.add(text);
  }
  return null;
}

export function duplicateText(identity: string): string {
  return `two results have the labels ${identity}: alert rules tell results apart by their labels alone, so add one that differs`;
}

function checkLengths(fields: readonly Field[]): void {
  const [first, ...others] = fields;
  for (const field of others) {
    if (first && field.values.length !== first.values.length) {
      throw new FrameError(
        'length',
        `field "${field.name}" has ${field.values.length} rows, "${first.name}" has ${first.values.length}: all need as many`
      );
    }
  }
}

function checkLabels({ name, labels }: Field): void {
  const problem = labels && labelProblem(labels);
  if (problem) {
    throw new FrameError('labels', `field "${name}": ${problem}`);
  }
}

function checkAscending(time: BigInt64Array): void {
  for (let row = 1; row < time.length; row++) {
    const before = at(time, row - 1);
    const now = at(time, row);
    if (now <= before) {
      throw new FrameError(
        'time-order',
        `time of row ${row} (${now} ns) is ${now === before ? 'the same as' : 'before'} that of the row above: ` +
          'series need ascending times without duplicates'
      );
    }
  }
}

function checkKeys({ keys }: NumericLongFrame): void {
  for (const { name, values } of keys) {
    if (!isLabelName(name)) {
      throw new FrameError('labels', `field "${name}" becomes a label: take a Prometheus name (letters, digits, _)`);
    }
    const row = decodeTexts(values).findIndex((text) => text === null || text === '');
    if (row >= 0) {
      throw new FrameError('labels', `field "${name}" becomes a label, but row ${row} is absent or empty`);
    }
  }
}

function checkConfig(name: string, config: FieldConfig): void {
  const { decimals, min, max, interval } = config;
  if (decimals !== undefined && !(Number.isInteger(decimals) && decimals >= 0 && decimals <= 65535)) {
    throw new FrameError('config', `field "${name}": decimals is ${decimals}; give an integer from 0 to 65535`);
  }
  for (const [key, value] of Object.entries({ min, max, interval })) {
    if (value !== undefined && !Number.isFinite(value)) {
      throw new FrameError('config', `field "${name}": ${key} is ${value}; give a finite number or leave it out`);
    }
  }
}

function checkMeta(meta: FrameMeta, fieldCount: number): void {
  for (const { displayName, value } of meta.stats ?? []) {
    if (!Number.isFinite(value)) {
      throw new FrameError('meta', `stat "${displayName}" is ${value}; give a finite number or leave it out`);
    }
  }
  for (const index of meta.uniqueRowIdFields ?? []) {
    if (!(Number.isInteger(index) && index >= 0 && index < fieldCount)) {
      throw new FrameError('meta', `uniqueRowIdFields names field ${index}; there are ${fieldCount}`);
    }
  }
}
