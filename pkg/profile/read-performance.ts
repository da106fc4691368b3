import { hash } from 'node:crypto';
import { type KllSketch, readKll, SketchError } from '../sketch/index.ts';
import type { Classification, ModelPerformance, Regression, ScoreCell } from './model-performance.ts';
import { ProfileError } from './profile-error.ts';
import type { MessageRange } from './v0-messages.ts';
import { readNumbers } from './v0-numbers.ts';
import { blamePiece, wire, WireReader } from './wire.ts';

/** Most labels of a score matrix: whylogs refuses more (spec 4.2), and the matrix has their square of cells. */
export const mostLabels = 256;

const subject = 'model performance';

/** Reads a `ModelProfileMessage`. Null when it says nothing: v0 writers leave it in place empty. */
export function readModelPerformance(object: string, bytes: Uint8Array, range: MessageRange): ModelPerformance | null {
  const reader = new WireReader(bytes, blamePiece(object, subject, 0), range.start, range.end);
  const outputFields: string[] = [];
  let classification: Classification | null = null;
  let regression: Regression | null = null;
  while (reader.next()) {
    if (reader.is(1, wire.bytes)) outputFields.push(reader.text());
    else if (reader.is(10, wire.bytes)) {
      const outer = reader.enter();
      while (reader.next()) {
        if (reader.is(1, wire.bytes)) classification = readClassification(object, reader);
        else if (reader.is(3, wire.bytes)) regression = readRegression(reader);
        else reader.skip();
      }
      reader.leave(outer);
    } else reader.skip();
  }
  if (outputFields.length === 0 && classification === null && regression === null) return null;
  const contentHash = hash('sha256', bytes.subarray(range.start, range.end), 'hex').slice(0, 32);
  return { contentHash, outputFields, classification, regression };
}

/** `ScoreMatrixMessage`; null when it is empty. */
function readClassification(object: string, reader: WireReader): Classification | null {
  const labels: string[] = [];
  const cells: ScoreCell[] = [];
  let predictionField = '';
  let targetField = '';
  let scoreField = '';
  const start = reader.position;
  const outer = reader.enter();
  while (reader.next()) {
    if (reader.is(1, wire.bytes)) labels.push(reader.text());
    else if (reader.is(2, wire.bytes)) predictionField = reader.text();
    else if (reader.is(3, wire.bytes)) targetField = reader.text();
    else if (reader.is(4, wire.bytes)) scoreField = reader.text();
    else if (reader.is(10, wire.bytes)) cells.push(readCell(object, reader));
    else reader.skip();
    if (labels.length > mostLabels) throw reader.fail('limit', `more than ${mostLabels} labels`, start);
  }
  reader.leave(outer);
  if (cells.length !== labels.length ** 2) {
    throw reader.fail('corrupt', `${cells.length} cells for ${labels.length} labels`, start);
  }
  return labels.length === 0 ? null : { predictionField, targetField, scoreField, labels, cells };
}

function readCell(object: string, reader: WireReader): ScoreCell {
  const start = reader.position;
  const outer = reader.enter();
  const { variance, doublesCount, histogram } = readNumbers(reader);
  reader.leave(outer);
  const kll = histogram.bytes.length === 0 ? null : readScores(object, histogram.bytes, histogram.offset);
  const count = kll?.n ?? doublesCount ?? variance?.count ?? 0;
  if (count < 0) throw reader.fail('corrupt', `a cell of ${count} examples`, start);
  return { count, mean: variance?.mean ?? null, m2: variance?.m2 ?? null, kll: kll?.n === 0 ? null : kll };
}

function readScores(object: string, bytes: Uint8Array, offset: number): KllSketch {
  try {
    return readKll(bytes);
  } catch (error) {
    if (!(error instanceof SketchError)) throw error;
    const code = error.code === 'argument' ? 'corrupt' : error.code;
    throw new ProfileError(code, object, `${subject}: ${error.message}`, offset + (error.offset ?? 0), error);
  }
}

/** `RegressionMetricsMessage`. */
function readRegression(reader: WireReader): Regression {
  let predictionField = '';
  let targetField = '';
  let count = 0;
  let sumAbsDiff = 0;
  let sumDiff = 0;
  let sum2Diff = 0;
  const outer = reader.enter();
  while (reader.next()) {
    if (reader.is(1, wire.bytes)) predictionField = reader.text();
    else if (reader.is(2, wire.bytes)) targetField = reader.text();
    else if (reader.is(3, wire.varint)) count = reader.uint();
    else if (reader.is(4, wire.fixed64)) sumAbsDiff = reader.double();
    else if (reader.is(5, wire.fixed64)) sumDiff = reader.double();
    else if (reader.is(6, wire.fixed64)) sum2Diff = reader.double();
    else reader.skip();
  }
  reader.leave(outer);
  return { predictionField, targetField, count, sumAbsDiff, sumDiff, sum2Diff };
}
