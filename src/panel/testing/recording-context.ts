/** A canvas's context that records what is called, for tests: jsdom has none. */
export interface RecordingContext {
  readonly context: CanvasRenderingContext2D;
  /** Names of the methods that were called, in order. */
  readonly calls: string[];
}

export function recordingContext(): RecordingContext {
  const calls: string[] = [];
  const context: unknown = new Proxy(
    {},
    {
      get: (_, name) =>
        name === 'measureText' ? (text: string) => ({ width: 6 * text.length }) : () => calls.push(String(name)),
      set: () => true,
    }
  );
  // Only what drawing uses is there.
  return { context: context as CanvasRenderingContext2D, calls };
}
