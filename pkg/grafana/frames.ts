/**
 * The door of the frames: build columns, put them into a typed frame, encode it. Needs no server and no thread of its
 * own, so that it can be used in workers.
 */
export { booleans } from './frame/booleans.ts';
export { checkAnswer } from './frame/check-answer.ts';
export type {
  BooleanColumn,
  Column,
  EnumColumn,
  IntegerArray,
  IntegerColumn,
  JsonColumn,
  NullableTimeColumn,
  NumberColumn,
  StringColumn,
  TimeColumn,
  ValueColumn,
} from './frame/column.ts';
export { encodeFrame } from './frame/encode-frame.ts';
export { enumeration, maxEnumTexts } from './frame/enumeration.ts';
export type { DataLink, Field, FieldConfig, Labels } from './frame/field.ts';
export { FrameError, type FrameErrorCode } from './frame/frame-error.ts';
export type {
  AnnotationsFrame,
  CustomFrame,
  EncodedFrame,
  Frame,
  FrameType,
  NoDataFrame,
  NumericLongFrame,
  NumericMultiFrame,
  TableFrame,
  TimeSeriesMultiFrame,
  TimeSeriesWideFrame,
} from './frame/frame.ts';
export { integers, type IntegersOptions } from './frame/integers.ts';
export { isLabelName, labelText, validLabels } from './frame/labels.ts';
export type { FrameMeta, Notice, Stat } from './frame/meta.ts';
export { numbers, type NumbersOptions } from './frame/numbers.ts';
export { json, maxTextBytes, strings } from './frame/strings.ts';
export { maxTimeMs, nullableTimes, times } from './frame/times.ts';
export type { Presence } from './frame/validity.ts';
