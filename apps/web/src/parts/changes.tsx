import { Link } from './way.tsx';
import type { Schemas } from '../ask/api.ts';
import { ColourWord } from './colour-word.tsx';
import { useActorName } from '../app/known-to-all.ts';
import { useFactWords } from './fact-words.ts';
import { EVENTS, useWords } from '../words/words.ts';

/** What was recorded of some projects since a moment, and how their colours moved: the worst first. */
export const Changes = ({ changed }: { changed: readonly Schemas['Changed'][] }) => {
  const { t, say } = useWords();
  const { dataInWords } = useFactWords();
  const actorName = useActorName();
  if (changed.length === 0) return <p>{t('nothingChanged')}</p>;
  return (
    <ul className="history" data-testid="changes">
      {changed.map(({ project, colour, facts }) => (
        <li key={project.id}>
          <Link to={`/projects/${project.id}`}>
            <strong>{project.name}</strong>
          </Link>{' '}
          {colour.before !== null && colour.before !== colour.now && (
            <>
              <ColourWord colour={colour.before} /> →{' '}
            </>
          )}
          <ColourWord colour={colour.now} />
          {facts.map((fact, index) => (
            <div key={index} className="small">
              {fact.occurredOn} {say(EVENTS[fact.type], fact.type)}{' '}
              {dataInWords(fact.data as Record<string, unknown>, fact.type)} · {actorName(fact.byName)}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
};
