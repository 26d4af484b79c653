import { projectStream } from '#domain';
import { explain, historyEntries, type ExplainedClock, type Explanation } from '#projections';
import { projectNamed } from '../installation.ts';
import { upToDate, type OpenOffice } from '#office';
import { answer, Refused, table, type Options } from '../output.ts';
import { momentOf, type Moment } from '../time.ts';
import { wordsIn } from '../words.ts';
import type { Command } from 'commander';
import { moments, type Commands } from '../command-line.ts';

/** A project's colour and its clocks as lines, the clock that decides first. */
const explained = ({ project, asOf, phase, colour, clock, clocks }: Explanation, lang: Options['lang']): string => {
  const words = wordsIn(lang);
  const begun = ({ startedBy, due }: ExplainedClock): string =>
    `${startedBy.on} ${words.event(startedBy.event)} → ${due ?? '—'}`;
  const paused = ({ pauses }: ExplainedClock): string =>
    pauses
      .map(({ from, to, reason }) => `${lang === 'zh' ? '暂停' : 'paused'} ${from}–${to ?? ''} ${reason}`)
      .join(' ');
  const lines = [...clocks]
    .sort((one, other) => Number(other.clock === clock) - Number(one.clock === clock))
    .map((one) => [
      words.colour(one.colour),
      words.clock(one.clock),
      begun(one),
      words.late(one.daysLate),
      one.crossings.map(({ colour: reached, on }) => `${words.colour(reached)} ${on}`).join(' '),
      paused(one),
    ]);
  return `${project.code} ${project.name} · ${asOf} · ${words.phase(phase)} · ${words.colour(colour)}\n${table(lines)}`;
};

export const explainProject = async (
  office: OpenOffice,
  text: string,
  asked: Moment,
  options: Options,
): Promise<void> => {
  await upToDate(office);
  const { id, code, name } = await projectNamed(office, text);
  const moment = await momentOf(office, asked);
  const explanation = explain(
    await office.personal.opened.readStream(projectStream(id)),
    await office.rules(),
    id,
    moment,
  );
  if (explanation === null)
    throw new Refused(
      'project-not-there',
      { zh: `${moment.day} 时还没有这个项目。`, en: `The project was not there on ${moment.day}.` },
      { project: { id, code, name } },
    );
  if (options.json) {
    answer(explanation);
    return;
  }
  process.stdout.write(`${explained(explanation, options.lang)}\n`);
};

export const projectHistory = async (office: OpenOffice, text: string, options: Options): Promise<void> => {
  await upToDate(office);
  const { id, code, name } = await projectNamed(office, text);
  const events = historyEntries(await office.personal.opened.readStream(projectStream(id)));
  if (options.json) answer({ project: { id, code, name }, events });
  else {
    const names = await office.identity.names([...new Set(events.map(({ actor }) => actor.user))]);
    const words = wordsIn(options.lang);
    const lines = events.map(({ version, occurredOn, type, actor, data }) => [
      String(version),
      occurredOn,
      words.event(type),
      names.get(actor.user) ?? words.process(actor.user),
      Object.entries(data ?? {})
        .map(([field, value]) => `${words.field(type, field)} ${words.said(type, field, value)}`)
        .join(' · '),
    ]);
    process.stdout.write(`${code} ${name}\n${table(lines)}\n`);
  }
};

/** One project: why it has its colour, and its facts. */
export const offerProjects = ({ command, working, optionsOf }: Commands): void => {
  moments(command('explain <project>', 'why a project has its colour')).action(
    (project: string, asked: Moment, self: Command) => {
      const options = optionsOf(self);
      return working(options, (office) => explainProject(office, project, asked, options));
    },
  );
  command('history <project>', 'every fact of a project').action((project: string, _asked: unknown, self: Command) => {
    const options = optionsOf(self);
    return working(options, (office) => projectHistory(office, project, options));
  });
};
