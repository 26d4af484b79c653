import { open, type Entry, type ZipFile } from 'yauzl';
import { BOUNDS } from '../bounds.ts';
import { Unreadable } from '../unreadable.ts';

const RATIO = 150; // packed to unpacked, where it is not small anyway
const SMALL = 20 * 1024 * 1024;

/** The parts of a zip by their names in small letters: part names know no case (ECMA-376 part 2). */
export interface Archive {
  readonly has: (name: string) => boolean;
  /** Hands on a part's bytes; nothing where there is no such part. */
  readonly read: (name: string, onChunk: (chunk: Buffer) => void) => Promise<void>;
  readonly close: () => void;
}

const archive = (zip: ZipFile, entries: ReadonlyMap<string, Entry>): Archive => ({
  has: (name) => entries.has(name.toLowerCase()),
  read: (name, onChunk) =>
    new Promise((resolve, reject) => {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) {
        resolve();
        return;
      }
      zip.openReadStream(entry, (error, stream) => {
        if (error) {
          reject(error);
          return;
        }
        stream.on('data', (chunk: Buffer) => {
          try {
            onChunk(chunk);
          } catch (problem) {
            stream.destroy(problem as Error);
          }
        });
        stream.on('end', resolve);
        stream.on('error', reject);
      });
    }),
  close: () => {
    zip.close();
  },
});

/** Opens a zip and reads its parts one at a time. Refuses what unpacks to too much, by what it declares and by what really comes. */
export const openArchive = (path: string): Promise<Archive> =>
  new Promise((resolve, reject) => {
    const broken = (): void => {
      reject(new Unreadable('file-broken'));
    };
    open(path, { lazyEntries: true, validateEntrySizes: true, autoClose: false }, (error, zip) => {
      if (error) {
        broken();
        return;
      }
      const entries = new Map<string, Entry>();
      let total = 0;
      zip.on('error', () => {
        zip.close();
        broken();
      });
      zip.on('entry', (entry: Entry) => {
        total += entry.uncompressedSize;
        const tooMuch =
          total > BOUNDS.unpacked ||
          entries.size >= BOUNDS.parts ||
          (entry.uncompressedSize > SMALL && entry.uncompressedSize > entry.compressedSize * RATIO);
        if (tooMuch) {
          zip.close();
          reject(new Unreadable('file-bomb'));
          return;
        }
        entries.set(entry.fileName.toLowerCase(), entry);
        zip.readEntry();
      });
      zip.on('end', () => resolve(archive(zip, entries)));
      zip.readEntry();
    });
  });
