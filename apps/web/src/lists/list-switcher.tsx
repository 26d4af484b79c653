import { Select } from 'antd';
import { useNavigate } from 'react-router';
import { useLists } from '../app/known-to-all.ts';
import { useTime } from '../parts/time.ts';
import { useWords } from '../words/words.ts';
import { useListCounts } from './list-queries.ts';

/** From one list to another, with how many projects each holds at the time that is looked at. */
export const ListSwitcher = ({ list }: { list: string }) => {
  const { t, say } = useWords();
  const navigate = useNavigate();
  const { lists } = useLists();
  const { time, kept } = useTime();
  const counts = useListCounts(time);
  const countOf = (name: string): number | undefined => counts?.find((one) => one.name === name)?.total;
  return (
    <Select<string>
      aria-label={t('chooseList')}
      showSearch={{ optionFilterProp: 'label' }}
      value={list}
      className="filter wide"
      onChange={(name) => {
        navigate(kept(`/lists/${name}`));
      }}
      options={lists.map(({ name, title }) => ({ value: name, label: say(title) }))}
      optionRender={({ value, label }) => (
        <span className="between">
          {label} <span className="small">{countOf(String(value))}</span>
        </span>
      )}
    />
  );
};
