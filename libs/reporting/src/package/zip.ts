import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A part of a package: an office file is a zip of parts. */
export interface Part {
  readonly name: string;
  readonly text: string | AsyncIterable<string>;
}

/** `stored`: as it is, so that no release of a compressor changes a byte; `deflated`: small, and as it comes. */
export type Packing = 'stored' | 'deflated';

interface Measured {
  crc: number;
  size: number;
  packed: number;
}

const METHOD: Readonly<Record<Packing, number>> = { stored: 0, deflated: 8 };
const UTF8 = 0x0800;
const SIZES_FOLLOW = 0x0008;
const FIRST_DAY = 0x0021; // 1 January 1980, the zero of zips: a package carries no time of its making
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const SIZES = 0x08074b50;
const END = 0x06054b50;

/** Little-endian numbers of two (n ≤ 2) or four bytes. */
const bytesOf = (...numbers: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer =>
  Buffer.concat(
    numbers.map(([value, bytes]) => {
      const buffer = Buffer.alloc(bytes);
      buffer.writeUIntLE(value, 0, bytes);
      return buffer;
    }),
  );

const about = (packing: Packing, { crc, size, packed }: Measured, name: Buffer, follow: boolean): Buffer =>
  bytesOf(
    [20, 2],
    [UTF8 | (follow ? SIZES_FOLLOW : 0), 2],
    [METHOD[packing], 2],
    [0, 2],
    [FIRST_DAY, 2],
    [crc, 4],
    [packed, 4],
    [size, 4],
    [name.length, 2],
    [0, 2],
  );

/** The chunks as they come, deflated, measured on their way. */
const deflated = (text: string | AsyncIterable<string>, measured: Measured): AsyncIterable<Buffer> => {
  const counted = async function* (): AsyncIterable<Buffer> {
    for await (const chunk of typeof text === 'string' ? [text] : text) {
      const bytes = Buffer.from(chunk);
      measured.crc = crc32(bytes, measured.crc);
      measured.size += bytes.length;
      yield bytes;
    }
  };
  const pressed = createDeflateRaw();
  Readable.from(counted())
    .on('error', (error) => {
      pressed.destroy(error);
    })
    .pipe(pressed);
  return pressed;
};

const whole = async (text: string | AsyncIterable<string>): Promise<Buffer> => {
  if (typeof text === 'string') return Buffer.from(text);
  const chunks: Buffer[] = [];
  for await (const chunk of text) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};

async function* partOf({ name, text }: Part, packing: Packing, measured: Measured): AsyncIterable<Buffer> {
  const called = Buffer.from(name);
  if (packing === 'stored') {
    const bytes = await whole(text);
    Object.assign(measured, { crc: crc32(bytes), size: bytes.length, packed: bytes.length });
    yield Buffer.concat([bytesOf([LOCAL, 4]), about(packing, measured, called, false), called, bytes]);
    return;
  }
  yield Buffer.concat([bytesOf([LOCAL, 4]), about(packing, measured, called, true), called]);
  for await (const bytes of deflated(text, measured)) {
    measured.packed += bytes.length;
    yield bytes;
  }
  yield bytesOf([SIZES, 4], [measured.crc, 4], [measured.packed, 4], [measured.size, 4]);
}

/** A zip of these parts, as its bytes come: in flat memory where `deflated`. The same parts give the same bytes on any day. */
export async function* zipped(parts: Iterable<Part>, packing: Packing): AsyncIterable<Buffer> {
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const measured: Measured = { crc: 0, size: 0, packed: 0 };
    const begins = at;
    for await (const bytes of partOf(part, packing, measured)) {
      at += bytes.length;
      yield bytes;
    }
    const name = Buffer.from(part.name);
    directory.push(
      bytesOf([CENTRAL, 4], [20, 2]),
      about(packing, measured, name, packing === 'deflated'),
      bytesOf([0, 2], [0, 2], [0, 2], [0, 4], [begins, 4]),
      name,
    );
  }
  const central = Buffer.concat(directory);
  const count = directory.length / 4;
  yield Buffer.concat([
    central,
    bytesOf([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [central.length, 4], [at, 4], [0, 2]),
  ]);
}

/** All bytes of a package. */
export const collected = async (bytes: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
};
