import type { Command } from 'commander';
import { window, type Commands } from '../command-line.ts';
import { importCalendar, replayCalendar } from './calendar.ts';
import { draftPolicyFile, publishPolicyFile, showPolicy } from './policy.ts';
import { replayPolicyOf, type ReplayOptions } from './replay.ts';

const offerPolicy = ({ command, group, working, optionsOf }: Commands): void => {
  const policy = group('policy', 'the rules of time');
  policy('show', 'the policy in force, or a draft')
    .option('--draft [number]', 'a draft; alone, the latest')
    .action((asked: { draft?: string | true }, self: Command) => {
      const options = optionsOf(self);
      return working(options, (office) => showPolicy(office, asked.draft, options));
    });
  policy('draft <file>', 'keep a policy as a draft; it counts for nothing yet')
    .option('--note <text>')
    .action((file: string, asked: { note?: string }, self: Command) => {
      const options = optionsOf(self);
      return working(options, (office) => draftPolicyFile(office, file, asked.note, options));
    });
  policy('publish [file]', 'publish a policy from a JSON file, or a draft')
    .option('--draft <number>')
    .action((file: string | undefined, asked: { draft?: string }, self: Command) => {
      const options = optionsOf(self);
      return working(options, (office) => publishPolicyFile(office, file, asked.draft, options));
    });
  window(command('replay [file]', 'what another policy would have changed'))
    .option('--draft <number>', 'a draft instead of a file')
    .action((file: string | undefined, asked: ReplayOptions, self: Command) => {
      const options = optionsOf(self);
      return working(options, (office) => replayPolicyOf(office, file, asked, options));
    });
};

const offerCalendar = ({ group, working, optionsOf }: Commands): void => {
  const calendar = group('calendar', 'working days');
  calendar('import <file>', 'publish the notice of a year from json, csv or xlsx').action(
    (file: string, _asked: unknown, self: Command) => {
      const options = optionsOf(self);
      return working(options, (office) => importCalendar(office, file, options));
    },
  );
  window(calendar('replay <file>', 'which deadlines a notice would move')).action(
    (file: string, asked: ReplayOptions, self: Command) => {
      const options = optionsOf(self);
      return working(options, (office) => replayCalendar(office, file, asked, options));
    },
  );
};

/** The rules of time: the policy and the calendar. */
export const offerRules = (commands: Commands): void => {
  offerPolicy(commands);
  offerCalendar(commands);
};
