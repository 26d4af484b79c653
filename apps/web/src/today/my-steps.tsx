import { Link } from '../parts/way.tsx';
import type { Schemas } from '../ask/api.ts';
import { Next, ProjectLink, Stuck } from '../lists/deciding-cells.tsx';
import { ColourWord } from '../parts/colour-word.tsx';
import { today } from '../parts/day.ts';
import { useTime } from '../parts/time.ts';
import { useWords } from '../words/words.ts';
import { dueGroups } from './due-groups.ts';
import { Panel } from './panel.tsx';
import { mineOf, useMySteps } from './today-queries.ts';

/** What of my projects is due or late, by its due day; each opens its project, where the due step stands first. */
export const MySteps = ({ session }: { session: Schemas['Session'] }) => {
  const { t } = useWords();
  const { time } = useTime();
  const steps = useMySteps(session, time);
  const { unit, where = [] } = mineOf(session);
  const all = new URLSearchParams([
    ...(unit === undefined ? [] : [['unit', unit]]),
    ...where.map((one) => ['where', one]),
  ]);
  return (
    <Panel
      testId="my-steps"
      title={`${t('mySteps')}${steps.data ? ` ${steps.data.total}` : ''}`}
      extra={<Link to={`/lists/stalled?${all.toString()}`}>{t('allOfThem')}</Link>}
      asked={steps}
    >
      {({ rows }) =>
        rows.length === 0 ? (
          <p className="empty">{t('noSteps')}</p>
        ) : (
          dueGroups(rows, time.asOf ?? today()).map(({ word, rows: mine }) => (
            <div key={word}>
              <h3 className="section">
                {t(word)} {mine.length}
              </h3>
              <ul className="steps">
                {mine.map((row) => (
                  <li key={row.id ?? row.code}>
                    <ColourWord colour={row.colour} />
                    <div>
                      <ProjectLink row={row} />
                    </div>
                    <div>
                      <Stuck row={row} />
                    </div>
                    <div>
                      <Next row={row} />
                    </div>
                  </li>
                ))}
              </ul>
            </div>
          ))
        )
      }
    </Panel>
  );
};
