/** The packets of MQTT 3.1.1 that the made capture needs, after sections 3.1 to 3.14. */

const text = (value: string) => Buffer.concat([short(Buffer.byteLength(value)), Buffer.from(value)]);
const short = (value: number) => Buffer.from([value >> 8, value & 0xff]);

/** A type and its flags, the length of the rest in seven bits a byte, the rest. */
function packet(type: number, flags: number, ...parts: Buffer[]): Buffer {
  const rest = Buffer.concat(parts);
  const length: number[] = [];
  let left = rest.length;
  do {
    const more = left > 127 ? 128 : 0;
    length.push((left & 127) | more);
    left >>= 7;
  } while (left > 0);
  return Buffer.concat([Buffer.from([(type << 4) | flags, ...length]), rest]);
}

/** A clean session with a user name, a password and a keep-alive. */
export function connect(client: string, user: string, password: string, seconds: number): Buffer {
  const flags = 0b1100_0010;
  const head = Buffer.concat([text("MQTT"), Buffer.from([4, flags]), short(seconds)]);
  return packet(1, 0, head, text(client), text(user), text(password));
}

export const connack = (code: number) => packet(2, 0, Buffer.from([0, code]));

/** With a quality of service of 1 it has an id, and wants a `puback`. */
export function publish(topic: string, payload: string | Buffer, id?: number, retain = false): Buffer {
  const flags = (id === undefined ? 0 : 0b10) | (retain ? 1 : 0);
  return packet(3, flags, text(topic), id === undefined ? Buffer.alloc(0) : short(id), Buffer.from(payload));
}

export const puback = (id: number) => packet(4, 0, short(id));

export function subscribe(id: number, ...topics: [topic: string, quality: number][]): Buffer {
  const filters = topics.map(([topic, quality]) => Buffer.concat([text(topic), Buffer.from([quality])]));
  return packet(8, 2, short(id), ...filters);
}

/** 128 refuses. */
export const suback = (id: number, ...codes: number[]) => packet(9, 0, short(id), Buffer.from(codes));
export const unsubscribe = (id: number, topic: string) => packet(10, 2, short(id), text(topic));
export const unsuback = (id: number) => packet(11, 0, short(id));
export const PINGREQ = packet(12, 0);
export const PINGRESP = packet(13, 0);
export const DISCONNECT = packet(14, 0);
