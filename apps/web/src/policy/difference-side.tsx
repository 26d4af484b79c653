import { ColourWord } from '../parts/colour-word.tsx';
import { ROLES_TOLD, RUNGS } from '../words/supervision-words.ts';
import { useWords } from '../words/words.ts';

interface Told {
  readonly rung: string;
  readonly on: string;
  readonly to: readonly { readonly unit: string | null; readonly role: string; readonly person: string | null }[];
}

/** One side of a difference: a colour, a list, a due day or a notice, or that there is none. */
export const DifferenceSide = ({
  what,
  side,
  unitName,
}: {
  what: 'colour' | 'notice' | 'list' | 'due';
  side: unknown;
  unitName: (unit: string) => string;
}) => {
  const { t, say, marks } = useWords();
  if (side === null)
    return (
      <span className="small">
        {t(({ colour: 'noColour', notice: 'nobody', list: 'notListed', due: 'noDay' } as const)[what])}
      </span>
    );
  if (what === 'colour') return <ColourWord colour={side as string} />;
  if (what === 'list') return <>{t('listedAs')}</>;
  if (what === 'due') return <>{side as string}</>;
  const { rung, on, to } = side as Told;
  return (
    <>
      {on} {say(RUNGS[rung], rung)}{' '}
      <span className="small">
        {to
          .map(({ role, person, unit }) => person ?? (unit === null ? say(ROLES_TOLD[role], role) : unitName(unit)))
          .join(marks.list)}
      </span>
    </>
  );
};
