import { Select } from 'antd';
import { useChosen } from '../parts/chosen.ts';
import { useWords, type Word } from '../words/words.ts';

/** A choice among a few, kept in the address; the first is what stands where nothing is chosen. */
export const useOneOf = <T extends string>(name: string, of: Readonly<Record<T, Word>>): T => {
  const chosen = useChosen().chosen.get(name);
  const all = Object.keys(of) as T[];
  return all.find((one) => one === chosen) ?? all[0]!;
};

export const OneOf = <T extends string>({
  name,
  label,
  of,
}: {
  name: string;
  label: Word;
  of: Readonly<Record<T, Word>>;
}) => {
  const { t } = useWords();
  const { set } = useChosen();
  const value = useOneOf(name, of);
  return (
    <Select<T>
      aria-label={t(label)}
      value={value}
      onChange={(chosen) => {
        set(name, chosen);
      }}
      className="filter"
      options={Object.entries<Word>(of).map(([one, word]) => ({ value: one as T, label: t(word) }))}
    />
  );
};
