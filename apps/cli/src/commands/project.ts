import { COLOUR_WORDS, PHASE_WORDS, projectStream } from '#domain';
import { explain, historyEntries } from '#projections';
import { projectNamed } from '../installation.ts';
import { upToDate, type OpenOffice } from '#office';
import { answer, Refused, table, type Options } from '../output.ts';
import { momentOf, type Moment } from '../time.ts';
import type { Command } from 'commander';
import { moments, type Commands } from '../command-line.ts';

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
  const word = (colour: keyof typeof COLOUR_WORDS): string => COLOUR_WORDS[colour][options.lang];
  process.stdout.write(
    `${explanation.project.code} ${explanation.project.name} · ${explanation.asOf} · ${PHASE_WORDS[explanation.phase][options.lang]} · ${explanation.colour === null ? '—' : word(explanation.colour)}\n`,
  );
  for (const clock of explanation.clocks)
    process.stdout.write(
      `${word(clock.colour)} ${clock.clock}: ${clock.startedBy.event} ${clock.startedBy.on} → ${clock.due ?? '—'}; ${clock.daysLate ?? '—'}; ${clock.crossings.map(({ colour, on }) => `${word(colour)} ${on}`).join(', ')}${clock.pauses.map(({ from, to, reason }) => `; ${from}–${to ?? ''} ${reason}`).join('')}\n`,
    );
};

export const projectHistory = async (office: OpenOffice, text: string, options: Options): Promise<void> => {
  await upToDate(office);
  const { id, code, name } = await projectNamed(office, text);
  const events = historyEntries(await office.personal.opened.readStream(projectStream(id)));
  if (options.json) answer({ project: { id, code, name }, events });
  else {
    const names = await office.identity.names([...new Set(events.map(({ actor }) => actor.user))]);
    process.stdout.write(
      `${code} ${name}\n${table(events.map(({ version, occurredOn, type, actor, data }) => [String(version), occurredOn, type, names.get(actor.user) ?? actor.user, JSON.stringify(data)]))}\n`,
    );
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
