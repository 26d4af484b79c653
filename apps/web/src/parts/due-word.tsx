import { daysBetween, today } from './day.ts';
import { ColourWord } from './colour-word.tsx';
import { useTime } from './time.ts';
import { lateWords } from '../words/late.ts';
import { useWords, type Colour } from '../words/words.ts';

const SOON = 3; // days before a day by which somebody must act, from which it is painted

/** A day by which somebody must act, with what is left of it, on the day that is looked at, in words and a colour beside them. */
export const DueWord = ({ due }: { due: string | null | undefined }) => {
  const { say } = useWords();
  const { time } = useTime();
  if (!due) return <span>—</span>;
  const left = daysBetween(time.asOf ?? today(), due);
  const colour: Colour = left < 0 ? 'red' : left <= SOON ? 'orange' : 'green';
  return (
    <span>
      <span style={{ whiteSpace: 'nowrap' }}>{due}</span>{' '}
      <span style={{ whiteSpace: 'nowrap', marginLeft: 4 }}>
        <ColourWord colour={colour} bare />
        {say(lateWords(-left))}
      </span>
    </span>
  );
};

/** The same at the end of a line that has said something already; nothing where nobody must act by a day. */
export const AndDue = ({ due }: { due: string | null | undefined }) =>
  due ? (
    <>
      {' '}
      · <DueWord due={due} />
    </>
  ) : null;
