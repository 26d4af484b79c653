import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { chmod, mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { settle } from '../settle.ts';

/** How a paper that the log knows stands in the folder. */
type PaperCondition = 'whole' | 'missing' | 'altered';

/** The contents of papers, each under its digest, readable by the server's own user alone. Nothing is ever removed. */
export interface PaperFolder {
  /** Where an upload is put before it is kept: on the same disk, so that keeping is one step. */
  readonly incoming: string;
  /** Moves a file to its place and answers once it would survive a power cut. A content that was lost or altered is whole again. */
  readonly keep: (file: string) => Promise<{ readonly sha256: string; readonly bytes: number }>;
  readonly conditionOf: (sha256: string) => Promise<PaperCondition>;
  readonly open: (sha256: string) => ReadStream;
}

const digestOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
};

export const paperFolder = (folder: string): PaperFolder => {
  const shelf = (sha256: string): string => join(folder, sha256.slice(0, 2));
  const place = (sha256: string): string => join(shelf(sha256), sha256);
  return {
    incoming: join(folder, 'incoming'),
    keep: async (file) => {
      await chmod(file, 0o600);
      await settle(file);
      const sha256 = await digestOf(file);
      const { size: bytes } = await stat(file);
      await mkdir(shelf(sha256), { recursive: true, mode: 0o700 });
      await chmod(folder, 0o700);
      await rename(file, place(sha256));
      await settle(shelf(sha256));
      await settle(folder);
      return { sha256, bytes };
    },
    conditionOf: async (sha256) => {
      const digest = await digestOf(place(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      if (digest === null) return 'missing';
      return digest === sha256 ? 'whole' : 'altered';
    },
    open: (sha256) => createReadStream(place(sha256)),
  };
};
