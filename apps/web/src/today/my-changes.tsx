import { useState } from 'react';
import { Link } from '../parts/way.tsx';
import type { Schemas } from '../ask/api.ts';
import { ColourWord } from '../parts/colour-word.tsx';
import { addDays } from '../parts/day.ts';
import { useTime } from '../parts/time.ts';
import { PHASES, useWords } from '../words/words.ts';
import { Panel } from './panel.tsx';
import { lastHere, useMyChanges } from './today-queries.ts';

type Named = Schemas['Comparison']['entered'][number];

const Project = ({ of }: { of: Named }) =>
  of.id === null ? <>{of.name}</> : <Link to={`/projects/${of.id}`}>{of.name}</Link>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What became different of my projects since I was last here, or in the past since the day before: new ones, those that left, moved on, or changed colour. */
export const MyChanges = ({ session }: { session: Schemas['Session'] }) => {
  const { t, say, marks } = useWords();
  const { time } = useTime();
  const [here] = useState(() => lastHere(session.user));
  const since = time.asOf === null || here < time.asOf ? here : addDays(time.asOf, -1);
  const changes = useMyChanges(session, since, time);
  const title = t(since === here ? 'changedSinceHere' : 'changedSinceDayBefore');
  return (
    <Panel testId="my-changes" title={title + marks.aside(since)} asked={changes}>
      {({ entered, left, changed }) => {
        const moved = changed.filter(({ field }) => field === 'colour' || field === 'phase');
        if (entered.length + left.length + moved.length === 0)
          return <p className="empty">{t('nothingChangedSince')}</p>;
        return (
          <ul className="plain-list one-column">
            {entered.map((project) => (
              <li key={`in ${project.id ?? ''}`}>
                {t('enteredLive')} <Project of={project} />
              </li>
            ))}
            {left.map(({ project, because }) => (
              <li key={`out ${project.id ?? ''}`}>
                {t('leftLive')} <Project of={project} /> {say(PHASES[because.phase ?? ''])}
              </li>
            ))}
            {moved.map(({ project, field, before, after }) => (
              <li key={`${field} ${project.id ?? ''}`}>
                {t(field === 'colour' ? 'colourMoved' : 'phaseMoved')} <Project of={project} />{' '}
                {field === 'colour' ? (
                  <>
                    <ColourWord colour={text(before)} /> → <ColourWord colour={text(after)} />
                  </>
                ) : (
                  `${say(PHASES[text(before)])} → ${say(PHASES[text(after)])}`
                )}
              </li>
            ))}
          </ul>
        );
      }}
    </Panel>
  );
};
