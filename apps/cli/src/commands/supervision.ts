import { breachesIn, type Breach } from '#domain';
import { projectNamed } from '../installation.ts';
import { allOrders, checklistsToday, liveProjectsOf, upToDate, type OpenOffice } from '#office';
import { answer, Refused, table, type Options } from '../output.ts';
import type { Command } from 'commander';
import type { Commands } from '../command-line.ts';
import { wordsIn } from '../words.ts';
import { reminders, type RemindersOptions } from './reminders.ts';

interface OrdersOptions {
  readonly unit?: string;
  readonly open?: boolean;
}

/** Supervision orders, the open ones first, the earliest due first. */
export const orders = async (office: OpenOffice, { unit, open }: OrdersOptions, options: Options): Promise<void> => {
  await upToDate(office);
  const below = unit === undefined ? null : (await office.organisation.names()).subtree(unit);
  if (unit !== undefined && below === null)
    throw new Refused('unit-unknown', {
      zh: `组织树中没有这个单位：${unit}`,
      en: `The organisation has no such unit: ${unit}`,
    });
  const rows = await allOrders(office, { units: below, openOnly: open === true });
  const document = {
    rows: rows.map(({ id, number, project, unit: held, people, state, open: isOpen, level, openedOn, known }) => {
      const breached = (known['breached'] ?? []) as readonly Breach[];
      return {
        id,
        number,
        project,
        rung: level,
        clock: known['clock'] ?? null,
        breached,
        rule: breached.length === 0 ? (known['rule'] ?? null) : breachesIn(breached)[options.lang],
        unit: held,
        people,
        issuedOn: openedOn,
        receiptDue: known['receiptDue'],
        replyDue: known['replyDue'],
        state,
        open: isOpen,
        received: known['received'] ?? null,
        replies: known['replies'] ?? [],
        extension: known['extension'] ?? null,
        excuse: known['excuse'] ?? null,
        closedOn: known['closedOn'] ?? null,
      };
    }),
  };
  if (options.json) answer(document);
  else
    process.stdout.write(
      `${table(document.rows.map((row) => [row.number ?? '', wordsIn(options.lang).orderState(row.state), String(row.replyDue), row.project?.name ?? '', row.unit ?? row.people.join('、')]))}\n`,
    );
};

/** The checklist of a project, or of all live projects of a unit and those below it. */
export const checklist = async (office: OpenOffice, named: string, options: Options): Promise<void> => {
  await upToDate(office);
  const below = (await office.organisation.names()).subtree(named);
  const ids = below === null ? [(await projectNamed(office, named)).id] : await liveProjectsOf(office, below);
  const found = await checklistsToday(office, ids);
  const items = found.flatMap(({ project, items: all }) => all.map((item) => ({ ...item, project })));
  if (options.json) answer({ ...(below === null ? { project: found[0]!.project } : { unit: named }), items });
  else
    process.stdout.write(
      `${table(items.map(({ project, text, state, due, owner }) => [project.code, text[options.lang], wordsIn(options.lang).checklistState(state), due ?? '', owner ?? '']))}\n`,
    );
};

/** What is owed, ordered and still to do. */
export const offerSupervision = ({ command, working, optionsOf }: Commands): void => {
  command('reminders', 'every notice that the policy owes in a window')
    .requiredOption('--from <day>')
    .requiredOption('--to <day>')
    .option('--project <project>')
    .action((asked: RemindersOptions, self: Command) => {
      const options = optionsOf(self);
      return working(options, (office) => reminders(office, asked, options));
    });
  command('orders', 'supervision orders, open ones first')
    .option('--unit <code>')
    .option('--open', 'open ones only')
    .action((asked: OrdersOptions, self: Command) => {
      const options = optionsOf(self);
      return working(options, (office) => orders(office, asked, options));
    });
  command('checklist <project-or-unit>', 'the checklist of a project, or of a unit').action(
    (named: string, _asked: unknown, self: Command) => {
      const options = optionsOf(self);
      return working(options, (office) => checklist(office, named, options));
    },
  );
};
