import { CLOCK_NAMES, peopleOf, type KnownProject, type Organisation, type ProjectEvent, type RecordedEvent } from '#domain';
import { PROJECT_STREAMS } from '#projections';
import { owed, type HolderOf, type Owed } from '#reminders';
import { projectNamed, upToDate, type Installation } from '../installation.ts';
import { answer, table, type Options } from '../output.ts';
import { dayOption, Usage } from '../time.ts';

export interface RemindersOptions { readonly from: string; readonly to: string; readonly project?: string }

const holderIn = (tree: Organisation): HolderOf => {
  const office = [...tree.units.values()].find(({ kind, name }) => /督查|督办|supervision/i.test(`${kind}${name}`))?.code ?? null;
  return (unit, role) => {
    const code = unit === null ? office : tree.units.get(unit)?.code ?? [...tree.units.values()].find(({ name }) => name === unit)?.code ?? null;
    return code === null ? null : peopleOf(tree, code, role)[0]?.person ?? null;
  };
};

const nameOf = (history: readonly RecordedEvent[]): { code: string; name: string } => {
  const { code, title } = history[0]!.event.data as Pick<KnownProject, 'code' | 'title'>;
  const renamed = history.findLast(({ event }) => event.type === 'ProjectRenamed')?.event as Extract<ProjectEvent, { type: 'ProjectRenamed' }> | undefined;
  return { code, name: renamed?.data.to ?? title };
};

/** Every notice owed with its day in the window, past windows too, computed from the events; one pass over the projects. */
export const reminders = async (installation: Installation, asked: RemindersOptions, options: Options): Promise<void> => {
  const [from, to] = [dayOption(asked.from), dayOption(asked.to)];
  if (to < from) throw new Usage('--to lies before --from');
  const rules = await installation.rules();
  const holder = holderIn((await installation.organisation()).tree);
  const rows: { project: { id: string; code: string; name: string }; notice: Owed }[] = [];
  const take = (history: readonly RecordedEvent[]): void => {
    const project = { id: history[0]!.stream.slice(PROJECT_STREAMS.length), ...nameOf(history) };
    for (const notice of owed(history, rules, from, to, holder)) rows.push({ project, notice });
  };
  if (asked.project === undefined) for await (const history of installation.store.readByStream(PROJECT_STREAMS, await installation.store.head())) take(history);
  else {
    await upToDate(installation);
    const { id } = await projectNamed(installation, asked.project);
    take(await installation.store.readStream(`${PROJECT_STREAMS}${id}`));
  }
  rows.sort((a, b) => (a.notice.on < b.notice.on ? -1 : a.notice.on > b.notice.on ? 1 : a.project.code < b.project.code ? -1 : a.project.code > b.project.code ? 1 : CLOCK_NAMES.indexOf(a.notice.clock) - CLOCK_NAMES.indexOf(b.notice.clock)));
  const document = { from, to, policyVersion: rules.policyOn(to).version, rows: rows.map(({ project, notice }) => ({ project, ...notice })) };
  if (options.json) answer(document);
  else process.stdout.write(`${table(document.rows.map((row) => [row.on, row.project.code, row.project.name, row.clock, `${row.rung} ${row.recurrence}`, row.to.map(({ person, unit, role }) => person ?? unit ?? role).join('、'), row.outcome, row.why ?? '']))}\n`);
};
