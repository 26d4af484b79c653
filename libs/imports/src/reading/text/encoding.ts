import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const SAMPLE = 64 * 1024;

/** The first bytes of a file. */
export const firstBytes = async (path: string, length = SAMPLE): Promise<Buffer> => {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await file.read(buffer, 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};

/** Pieces of a file as text, in its encoding. Throws TypeError where bytes are not of this encoding. */
export async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true }); // takes the mark at the beginning away
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    const text = decoder.decode(bytes, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

const isWhole = async (path: string, encoding: Encoding): Promise<boolean> => {
  try {
    for await (const piece of textOf(path, encoding)) if (piece.includes('\0')) return false;
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
};

/** Two bytes a sign leave a zero in one of the two wherever a comma or a line ends. */
const byZeros = (first: Buffer): Encoding | null => {
  let [even, odd] = [0, 0];
  first.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  if (even + odd === 0) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
};

/** The encoding of a text file by its mark or its bytes: UTF-8, UTF-16, or GB 18030 (older exports); null where it is no text. */
export const encodingOf = async (path: string): Promise<Encoding | null> => {
  const first = await firstBytes(path);
  const marked: Encoding | null =
    first[0] === 0xff && first[1] === 0xfe
      ? 'utf-16le'
      : first[0] === 0xfe && first[1] === 0xff
        ? 'utf-16be'
        : byZeros(first);
  const tried: readonly Encoding[] = marked === null ? ['utf-8', 'gb18030'] : [marked];
  for (const encoding of tried) if (await isWhole(path, encoding)) return encoding;
  return null;
};
