import { FileSink } from './sink.ts';

/** A pipe that takes as many bytes as there is room for. */
class Pipe {
  taken = '';
  room = Infinity;
  failure: string | null = null;

  write(bytes: Uint8Array): number {
    if (this.failure !== null || this.room === 0) {
      throw Object.assign(new Error('write'), { code: this.failure ?? 'EAGAIN' });
    }
    const count = Math.min(this.room, bytes.length);
    this.taken += Buffer.from(bytes.subarray(0, count)).toString();
    this.room -= count;
    return count;
  }
}

function sinkTo(pipe: Pipe, maxBufferBytes = 100) {
  const onClosed = jest.fn();
  const sink = new FileSink(2, {
    maxBufferBytes,
    onClosed,
    droppedLine: (count) => `dropped ${count}\n`,
    write: (_fd, bytes) => pipe.write(bytes),
  });
  return { sink, onClosed };
}

describe('FileSink', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('writes at once while the reader reads', () => {
    const pipe = new Pipe();
    sinkTo(pipe).sink.write('one\n');
    expect(pipe.taken).toBe('one\n');
  });

  it('goes on where a full pipe stopped, in order and in the middle of a line', () => {
    const pipe = new Pipe();
    pipe.room = 2;
    const { sink } = sinkTo(pipe);
    sink.write('one\n');
    sink.write('two\n');
    expect(pipe.taken).toBe('on');
    expect(sink.waitingBytes).toBe(6);
    pipe.room = Infinity;
    jest.advanceTimersByTime(20);
    expect(pipe.taken).toBe('one\ntwo\n');
    expect(sink.waitingBytes).toBe(0);
  });

  it('drops lines beyond its limit, counts them, and says so when the reader is back', () => {
    const pipe = new Pipe();
    pipe.room = 0;
    const { sink } = sinkTo(pipe, 10);
    sink.write('12345678\n');
    sink.write('too long\n');
    sink.write('again\n');
    expect(sink.dropped).toBe(2);
    pipe.room = Infinity;
    jest.advanceTimersByTime(20);
    expect(pipe.taken).toBe('12345678\ndropped 2\n');
    sink.write('last\n');
    expect(pipe.taken).toBe('12345678\ndropped 2\nlast\n');
  });

  it('reports a closed pipe, and nothing else, as the end of the host', () => {
    const pipe = new Pipe();
    const { sink, onClosed } = sinkTo(pipe);
    pipe.failure = 'EIO';
    sink.write('lost\n');
    expect(onClosed).not.toHaveBeenCalled();
    pipe.failure = 'EPIPE';
    sink.write('lost\n');
    expect(onClosed).toHaveBeenCalledTimes(1);
    expect(sink.waitingBytes).toBe(0);
  });
});
