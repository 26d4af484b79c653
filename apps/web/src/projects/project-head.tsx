import type { Schemas } from '../ask/api.ts';
import { useUnitName } from '../app/known-to-all.ts';
import { ColourWord } from '../parts/colour-word.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { PHASES, useWords } from '../words/words.ts';
import type { ProjectState } from './project-state.ts';
import { whySentence } from './why-sentence.ts';

const COURSE = ['lead', 'negotiation', 'signing', 'start', 'funding', 'production'] as const;

/** The phases of a project as a line of words, the present one marked; an end stands behind them. */
const PhaseTrack = ({ phase }: { phase: string }) => {
  const { say } = useWords();
  const at = COURSE.findIndex((one) => one === phase);
  return (
    <ol className="phases" data-testid="phases">
      {COURSE.map((one, index) => (
        <li
          key={one}
          className={index < at ? 'passed' : ''}
          {...(index === at ? { 'aria-current': 'step' as const } : {})}
        >
          {say(PHASES[one], one)}
        </li>
      ))}
      {at === -1 && (
        <li aria-current="step" className="ended">
          {say(PHASES[phase], phase)}
        </li>
      )}
    </ol>
  );
};

/** Name, code, unit, phase, and why the project has its colour, in one sentence. */
export const ProjectHead = ({
  state,
  explanation,
}: {
  state: ProjectState;
  explanation: Schemas['Explanation'] | undefined;
}) => {
  const { language } = useWords();
  const unitName = useUnitName();
  const why = explanation === undefined ? null : whySentence(explanation, language);
  return (
    <>
      <PageTitle window={state.title}>
        {state.title}{' '}
        <small className="small">{[state.code, unitName(state.owner.unit)].filter(Boolean).join(' · ')}</small>
      </PageTitle>
      <PhaseTrack phase={state.phase} />
      {explanation?.colour && (
        <p className={`why why-${explanation.colour}`} data-testid="why-sentence">
          {why === null ? (
            <ColourWord colour={explanation.colour} />
          ) : (
            <>
              <ColourWord colour={explanation.colour} bare /> {why}
            </>
          )}
        </p>
      )}
    </>
  );
};
