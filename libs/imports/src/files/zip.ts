import { open, type Entry, type ZipFile } from 'yauzl';
import { refuseFile } from '../refusals.ts';

const MOST_ENTRIES = 5_000;
const MOST_BYTES = 700 * 1024 * 1024; // unpacked, all parts together
const RATIO = 150; // packed to unpacked, where it is not small anyway
const SMALL = 20 * 1024 * 1024;

export interface Archive {
  readonly names: readonly string[];
  readonly read: (name: string, onChunk: (chunk: Buffer) => void) => Promise<void>;
  readonly close: () => void;
}

/** The parts of a zip, read one at a time. Refuses what unpacks to too much, by what it declares and by what really comes. */
export const openArchive = (path: string): Promise<Archive> =>
  new Promise((resolve, reject) => {
    const broken = (error: unknown): void => {
      try {
        refuseFile('file-broken', (error as Error)?.message);
      } catch (refusal) {
        reject(refusal as Error);
      }
    };
    open(path, { lazyEntries: true, validateEntrySizes: true, autoClose: false }, (error, zip) => {
      if (error) {
        broken(error);
        return;
      }
      const entries = new Map<string, Entry>();
      let total = 0;
      zip.on('error', (problem) => {
        zip.close();
        broken(problem);
      });
      zip.on('entry', (entry) => {
        total += entry.uncompressedSize;
        const tooMuch =
          total > MOST_BYTES ||
          entries.size >= MOST_ENTRIES ||
          (entry.uncompressedSize > SMALL && entry.uncompressedSize > entry.compressedSize * RATIO);
        if (tooMuch) {
          try {
            refuseFile('file-bomb');
          } catch (refusal) {
            zip.close();
            reject(refusal as Error);
          }
          return;
        }
        entries.set(entry.fileName, entry);
        zip.readEntry();
      });
      zip.on('end', () => resolve(archive(zip, entries)));
      zip.readEntry();
    });
  });

const archive = (zip: ZipFile, entries: ReadonlyMap<string, Entry>): Archive => {
  const read: Archive['read'] = (name, onChunk) =>
    new Promise((resolve, reject) => {
      const entry = entries.get(name);
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
    });
  return {
    names: [...entries.keys()],
    read,
    close: () => {
      zip.close();
    },
  };
};
