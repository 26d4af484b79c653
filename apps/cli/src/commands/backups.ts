import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { readConfig, restoreBackup, takeBackup, type Restored } from '#office';
import type { Commands } from '../command-line.ts';
import { configOf } from '../installation.ts';
import { answer, EXIT, type Options } from '../output.ts';

const tellRestored = (restored: Restored, options: Options): void => {
  if (options.json) answer(restored);
  else
    process.stdout.write(
      `${restored.ok ? '✓' : '✗'} ${restored.events} events up to ${restored.position}, taken ${restored.takenAt}, ${restored.seconds} s\n`,
    );
  if (!restored.ok) process.exitCode = EXIT.refused;
};

/** Brings a backup back into an embedded database that is thrown away afterwards. */
const drill = async (folder: string): Promise<Restored> => {
  const data = await mkdtemp(join(tmpdir(), 'luodi-drill-'));
  try {
    return await restoreBackup(readConfig({ LUODI_DATA: data }), folder);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
};

/** `backup` and `restore`. */
export const offerBackups = ({ command, working, optionsOf }: Commands): void => {
  command('backup <folder>', 'copy everything that stands nowhere else into a new folder').action(
    (folder: string, _asked: unknown, self: Command) => {
      const options = optionsOf(self);
      return working(options, async (office) => {
        const taken = await takeBackup(office, folder);
        if (options.json) answer(taken);
        else
          process.stdout.write(
            `${taken.folder}: ${taken.tables} tables, ${taken.files} files, up to ${taken.position}\n`,
          );
      });
    },
  );
  command('restore <folder>', 'bring a backup back into an empty installation, and verify it')
    .option('--drill', 'into a database that is thrown away afterwards: shows that the backup is one')
    .action(async (folder: string, asked: { drill?: boolean }, self: Command) => {
      const options = optionsOf(self);
      tellRestored(
        asked.drill === true ? await drill(folder) : await restoreBackup(configOf(options), folder),
        options,
      );
    });
};
