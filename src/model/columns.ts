/** Arrays that grow by doubling: appending in place is what keeps a million rows affordable. */

const FIRST_CAPACITY = 1024;

type Column = Float64Array | Uint32Array | Uint16Array;

function grown<C extends Column>(column: C, make: new (length: number) => C): C {
  const next = new make(column.length * 2);
  next.set(column);
  return next;
}

/** The rows of a capture, by column. `size` is in bytes, `time` in milliseconds since 1970. */
export class Columns<Payload> {
  length = 0;
  time = new Float64Array(FIRST_CAPACITY);
  size = new Float64Array(FIRST_CAPACITY);
  socket = new Uint32Array(FIRST_CAPACITY);
  flags = new Uint16Array(FIRST_CAPACITY);
  payload: Payload[] = [];

  /** Appends a row and returns its index. */
  push(time: number, socket: number, flags: number, size: number, payload: Payload): number {
    const index = this.length++;
    if (index === this.time.length) {
      this.time = grown(this.time, Float64Array);
      this.size = grown(this.size, Float64Array);
      this.socket = grown(this.socket, Uint32Array);
      this.flags = grown(this.flags, Uint16Array);
    }
    this.time[index] = time;
    this.size[index] = size;
    this.socket[index] = socket;
    this.flags[index] = flags;
    this.payload.push(payload);
    return index;
  }
}
