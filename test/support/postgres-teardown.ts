import { rmSync } from 'node:fs';

export default async (): Promise<void> => {
  const { luodiTestDatabase: held } = globalThis as {
    luodiTestDatabase?: { folder: string; release: () => Promise<void>; removeScratch: () => void };
  };
  if (held === undefined) return;
  await held.release();
  rmSync(held.folder, { recursive: true, force: true });
  held.removeScratch();
};
