import type { DecodedFrame, JsonObject } from '../../pkg/grafana/index.ts';

/** What a frame says that it was computed from (pkg/contract/frame-meta.ts, and more for a profile). */
export function customOf({ meta }: DecodedFrame): JsonObject {
  // Every frame of ours has it, and it is an object.
  return meta['custom'] as JsonObject;
}

/** The texts of all notices of an answer, in order. */
export function noticesOf(frames: readonly DecodedFrame[]): readonly string[] {
  // Notices are a list of objects with a text, or absent.
  return frames.flatMap(({ meta }) => ((meta['notices'] ?? []) as { readonly text: string }[]).map(({ text }) => text));
}
