import { Command } from 'commander';
import { commandsOf, type Commands } from '../../apps/cli/src/command-line.ts';
import type { Options } from '../../apps/cli/src/output.ts';
import type { Bureau } from './bureau.ts';

type Told = Record<string, unknown>;

const OPTIONS: Options = { json: true, data: '', lang: 'zh' };

/** What these commands print with --json on a bureau, in this process. */
export const commandsOn =
  (bureau: () => Bureau, offers: readonly ((commands: Commands) => void)[]) =>
  async (...words: string[]): Promise<Told> => {
    const program = new Command('luodi').exitOverride();
    const commands = {
      ...commandsOf(program),
      working: (_options: Options, work: (office: Bureau['office']) => Promise<void>) => work(bureau().office),
      optionsOf: () => OPTIONS,
    };
    for (const offer of offers) offer(commands);
    let printed = '';
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
    try {
      await program.parseAsync(['node', 'luodi', ...words, '--json']);
    } finally {
      write.mockRestore();
    }
    return JSON.parse(printed) as Told;
  };
