import dayjs from 'dayjs';
import { useWords } from '../words/words.ts';
import { useChosen } from './chosen.ts';
import { DayPicker } from './day-picker.tsx';
import { today } from './day.ts';

/** Two business days to compare, `from` before `to`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const ENDS = [
  ['before', 'from', 'comparedFrom'],
  ['after', 'to', 'comparedTo'],
] as const;

/** The two days of an address: where none is chosen, the end of the month before and the day that is looked at. */
export const useComparedDays = (): Days => {
  const { chosen } = useChosen();
  const to = chosen.get('after') ?? chosen.get('asOf') ?? today();
  const endBefore = dayjs(to).date(1).subtract(1, 'day').format('YYYY-MM-DD');
  return { from: chosen.get('before') ?? endBefore, to };
};

/** Where the two days are chosen; both stand in the address. */
export const ComparedDays = ({ days }: { days: Days }) => {
  const { t } = useWords();
  const { set } = useChosen();
  return (
    <div className="filters" role="search">
      {ENDS.map(([name, end, word]) => (
        <label key={name}>
          {t(word)}{' '}
          <DayPicker
            label={t(word)}
            day={days[end]}
            max={end === 'from' ? days.to : today()}
            onDay={(day) => {
              set(name, day);
            }}
          />
        </label>
      ))}
    </div>
  );
};
