import { open } from 'node:fs/promises';

/** What was written, a file's content or a folder's entries, is on the disk afterwards: it survives a power cut. */
export const settle = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
