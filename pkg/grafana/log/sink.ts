import { writeSync } from 'node:fs';

import { codeOf } from '../error-facts.ts';

/** Where lines go. */
export interface Sink {
  write(line: string): void;
  /** Lines that were dropped since the start. */
  readonly dropped: number;
  /** Bytes that wait for the reader. */
  readonly waitingBytes: number;
  /** Writes what can be written without waiting. */
  flush(): void;
}

export interface FileSinkOptions {
  /** Lines that wait while nobody reads. */
  readonly maxBufferBytes: number;
  /** The line that reports dropped ones. */
  readonly droppedLine: (count: number) => string;
  /** Called when the reader has gone for good. */
  readonly onClosed: () => void;
  /** For tests: writes like fs.writeSync. */
  readonly write?: (fd: number, bytes: Uint8Array) => number;
}

/** How soon a full pipe is tried again. */
const retryMs = 20;

/**
 * Writes lines to a file descriptor that does not block (for a pipe: after process.stderr was touched). A reader that
 * does not read costs neither time nor unbounded memory: lines wait in a bounded buffer, then are dropped and counted.
 */
export class FileSink implements Sink {
  readonly #fd: number;
  readonly #options: FileSinkOptions;
  readonly #write: (fd: number, bytes: Uint8Array) => number;
  #waiting: Uint8Array[] = [];
  #droppedBefore = 0;
  #retry: NodeJS.Timeout | null = null;
  waitingBytes = 0;
  dropped = 0;

  constructor(fd: number, options: FileSinkOptions) {
    this.#fd = fd;
    this.#options = options;
    this.#write = options.write ?? ((to, bytes) => writeSync(to, bytes));
  }

  write(line: string): void {
    const bytes = Buffer.from(line);
    if (this.waitingBytes + bytes.length > this.#options.maxBufferBytes) {
      this.dropped++;
      return;
    }
    this.#waiting.push(bytes);
    this.waitingBytes += bytes.length;
    if (this.#retry === null) {
      this.flush();
    }
  }

  flush(): void {
    let next = this.#waiting[0];
    while (next !== undefined) {
      const written = this.#try(next);
      this.waitingBytes -= written;
      if (written < next.length) {
        this.#waiting[0] = next.subarray(written);
        this.#tryLater();
        return;
      }
      this.#waiting.shift();
      next = this.#waiting[0];
    }
    this.#reportDropped();
  }

  /** The number of bytes that were taken. */
  #try(bytes: Uint8Array): number {
    try {
      return this.#write(this.#fd, bytes);
    } catch (error) {
      // Any other error than a full pipe means that no line will ever arrive; EPIPE that the host is gone.
      const code = codeOf(error);
      if (code === 'EAGAIN') {
        return 0;
      }
      if (code === 'EPIPE') {
        this.#options.onClosed();
      }
      return bytes.length;
    }
  }

  #tryLater(): void {
    this.#retry ??= setTimeout(() => {
      this.#retry = null;
      this.flush();
    }, retryMs).unref();
  }

  #reportDropped(): void {
    const count = this.dropped - this.#droppedBefore;
    if (count > 0) {
      this.#droppedBefore = this.dropped;
      this.write(this.#options.droppedLine(count));
    }
  }
}
