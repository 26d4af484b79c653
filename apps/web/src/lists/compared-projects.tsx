import type { ReactNode } from 'react';
import { useLists } from '../app/known-to-all.ts';
import { ColourWord } from '../parts/colour-word.tsx';
import { useFactWords } from '../parts/fact-words.ts';
import { Link } from '../parts/way.tsx';
import { EVENTS, isColour, PHASES, useWords, type Word } from '../words/words.ts';
import { valueText } from './cell-text.ts';
import { MOST_COMPARED, type Comparison } from './compare-queries.ts';

type Named = Comparison['entered'][number];

const ProjectName = ({ of: { id, name, code }, on }: { of: Named; on: string }) => (
  <>
    {id === null ? name : <Link to={`/projects/${id}?asOf=${on}`}>{name}</Link>} <span className="small">{code}</span>
  </>
);

const Part = ({
  word,
  count,
  listed,
  testId,
  children,
}: {
  word: Word;
  count: number;
  listed: number;
  testId: string;
  children: ReactNode;
}) => {
  const { t } = useWords();
  return (
    <section className="panel space-above" aria-label={t(word)} data-testid={testId}>
      <div className="panel-head">
        <h2>
          {t(word)} · {count}
        </h2>
        {count > listed && listed >= MOST_COMPARED && <span className="small">{t('comparedFirst')}</span>}
      </div>
      {count === 0 ? <p>{t('nothingOfKind')}</p> : children}
    </section>
  );
};

/** A value of a row on a day: a colour with its sign, the others in words. */
const Value = ({ field, value }: { field: string; value: unknown }) => {
  const { language } = useWords();
  const { valueInWords } = useFactWords();
  const { columns } = useLists();
  const column = columns.find(({ name }) => name === field);
  if (typeof value === 'string' && isColour(value)) return <ColourWord colour={value} />;
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return <>—</>;
  return <>{column === undefined ? valueInWords(field, value) : valueText(column, value, language)}</>;
};

const Changed = ({ found: { changed, counts, to } }: { found: Comparison }) => {
  const { say, marks } = useWords();
  const { columns } = useLists();
  const projects = [...new Map(changed.map(({ project }) => [project.id, project])).values()];
  return (
    <Part word="comparedChanged" count={counts.touched} listed={projects.length} testId="compared-changed">
      <ul className="history">
        {projects.map((project) => (
          <li key={project.id}>
            <ProjectName of={project} on={to} />
            {changed
              .filter(({ project: { id } }) => id === project.id)
              .map(({ field, before, after }) => (
                <div key={field} className="small">
                  {say(columns.find(({ name }) => name === field)?.title, field)}
                  {marks.colon}
                  <Value field={field} value={before} /> → <Value field={field} value={after} />
                </div>
              ))}
          </li>
        ))}
      </ul>
    </Part>
  );
};

/** Who came, who left and by what, and what changed of those who stayed. Each project opens as of the day on which it stands here. */
export const ComparedProjects = ({ found }: { found: Comparison }) => {
  const { t, say } = useWords();
  const { from, to, entered, left, counts } = found;
  return (
    <>
      <Part word="comparedEntered" count={counts.entered} listed={entered.length} testId="compared-entered">
        <ul className="history">
          {entered.map((project, index) => (
            <li key={project.id ?? index}>
              <ProjectName of={project} on={to} />
            </li>
          ))}
        </ul>
      </Part>
      <Part word="comparedLeft" count={counts.left} listed={left.length} testId="compared-left">
        <ul className="history">
          {left.map(({ project, because: { phase, event } }, index) => (
            <li key={project.id ?? index}>
              <ProjectName of={project} on={from} />
              <div className="small">
                {event === null ? t('leftByTime') : `${event.on} ${say(EVENTS[event.type], event.type)}`}
                {phase !== null && ` · ${t('nowIn')} ${say(PHASES[phase], phase)}`}
              </div>
            </li>
          ))}
        </ul>
      </Part>
      <Changed found={found} />
    </>
  );
};
