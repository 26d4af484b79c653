import { reasonWords } from '#domain';
import { noticesOwed, upToDate, type OpenOffice } from '#office';
import { projectNamed } from '../installation.ts';
import { answer, table, type Options } from '../output.ts';
import { dayOption } from '../time.ts';
import { usage } from '../usage.ts';
import { wordsIn } from '../words.ts';

export interface RemindersOptions {
  readonly from: string;
  readonly to: string;
  readonly project?: string;
}

/** Every notice that the policy owes in a window of days; reasons as a sentence in the asker's language, and as they are recorded. */
export const reminders = async (office: OpenOffice, asked: RemindersOptions, options: Options): Promise<void> => {
  const [from, to] = [dayOption(asked.from), dayOption(asked.to)];
  if (to < from) throw usage('--to 早于 --from', '--to lies before --from');
  await upToDate(office);
  const project = asked.project === undefined ? null : (await projectNamed(office, asked.project)).id;
  const rows = (await noticesOwed(office, { from, to, project })).map(({ why: reason, ...one }) => ({
    ...one,
    why: reason === null ? null : reasonWords(reason)[options.lang],
    reason,
  }));
  if (options.json) {
    answer({ from, to, policyVersion: (await office.rules()).policyOn(to).version, rows });
    return;
  }
  const words = wordsIn(options.lang);
  const lines = rows.map((row) => [
    row.on,
    row.project.code,
    row.project.name,
    words.clock(row.clock),
    `${words.rung(row.rung)} ${row.recurrence}`,
    row.to.map(({ person, unit, role }) => person ?? unit ?? words.toldAs(role)).join('、'),
    words.outcome(row.outcome),
    row.why ?? '',
  ]);
  process.stdout.write(`${table(lines)}\n`);
};
