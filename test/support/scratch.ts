import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const ROOM = 6_000_000_000; // bytes: three times what a run lays down at once
const OURS = /^luodi-tests-(\d+)-/;

const hasRoom = (): boolean => {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return Math.min(bavail * bsize, freemem()) > ROOM;
  } catch {
    return false; // no such place on this machine
  }
};

const isGone = (owner: number): boolean => {
  try {
    process.kill(owner, 0);
    return false;
  } catch {
    return true;
  }
};

/** Takes away what runs that were killed left in memory. */
const sweep = (): void => {
  for (const name of readdirSync(MEMORY)) {
    const [, owner] = OURS.exec(name) ?? [];
    if (owner !== undefined && isGone(Number(owner))) rmSync(join(MEMORY, name), { recursive: true, force: true });
  }
};

/**
 * Puts all that this run lays down for itself into memory, where the machine has room: no test asks what a power cut leaves (kill -9 of a process takes nothing from a file),
 * and a disk takes a second to be sure of each database that is dropped. Answers how to take it away again.
 */
export const scratchInMemory = (): (() => void) => {
  if (!hasRoom()) return () => undefined;
  sweep();
  const before = process.env['TMPDIR'];
  const folder = mkdtempSync(join(MEMORY, `luodi-tests-${process.pid}-`));
  chmodSync(folder, 0o1777); // as any place for what is passing: under root the database runs as another user
  process.env['TMPDIR'] = folder;
  return () => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(folder, { recursive: true, force: true });
  };
};
