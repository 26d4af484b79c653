import { Input, Segmented, Select } from 'antd';
import type { Schemas } from '../ask/api.ts';
import { useChosen } from '../parts/chosen.ts';
import { UnitFilter } from '../parts/unit-filter.tsx';
import { useWords, type Sentence } from '../words/words.ts';
import type { KindWords } from './matter-kinds.ts';
import type { Standing } from './use-matters.ts';

/** One thing by which matters are narrowed; it stands in the address. */
const OneOf = ({
  name,
  label,
  of,
  width,
}: {
  name: string;
  label: string;
  of: Record<string, Sentence>;
  width: number;
}) => {
  const { say } = useWords();
  const { chosen, set } = useChosen();
  return (
    <Select
      allowClear
      placeholder={label}
      aria-label={label}
      value={chosen.get(name)}
      onChange={(value?: string) => {
        set(name, value ?? null);
      }}
      style={{ width }}
      options={Object.entries(of).map(([value, word]) => ({ value, label: say(word) }))}
    />
  );
};

/** What narrows the matters of a kind: how they stand, words, state, level and unit. */
export const MattersFilters = ({
  path,
  words,
  standing,
  states,
}: {
  path: string;
  words: KindWords;
  standing: Standing;
  states: Schemas['MatterCatalogue']['matters'][number]['states'];
}) => {
  const { t } = useWords();
  const { chosen, set } = useChosen();
  return (
    <div className="filters">
      {!words.over && (
        <Segmented<Standing>
          value={standing}
          onChange={(value) => {
            set('overdue', value === 'overdue' ? 'true' : null);
            set('open', value === 'overdue' || value === 'true' ? null : value);
          }}
          options={[
            { value: 'true', label: t('openOnes') },
            ...(words.due ? [{ value: 'overdue' as const, label: t('overdueOnes') }] : []),
            { value: 'false', label: t('closedOnes') },
            { value: 'all', label: t('all') },
          ]}
        />
      )}
      <Input.Search
        key={path}
        allowClear
        placeholder={t('findMatter')}
        aria-label={t('findMatter')}
        defaultValue={chosen.get('q') ?? ''}
        onSearch={(text) => {
          set('q', text.trim());
        }}
        style={{ width: 260 }}
      />
      <OneOf name="state" label={t('state')} of={states} width={130} />
      {words.level && <OneOf name="level" label={t(words.level)} of={words.levels} width={130} />}
      <UnitFilter />
    </div>
  );
};
