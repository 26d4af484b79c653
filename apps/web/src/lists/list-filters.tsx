import { Badge, Button, Input, Popover, Select, type InputRef } from 'antd';
import type { RefObject } from 'react';
import { useOrganisation } from '../app/known-to-all.ts';
import { today } from '../parts/day.ts';
import { useWords, type Word } from '../words/words.ts';
import { MORE_FILTERS, MoreFilters } from './more-filters.tsx';
import { useLeaders } from './list-queries.ts';
import type { ListAsked, NarrowingName } from './list-question.ts';

const FIRST_YEAR = 2015;
const years = (): readonly string[] => {
  const last = Number(today().slice(0, 4));
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, ago) => String(last - ago));
};

/** The ways to narrow a list: the usual ones at hand, the others behind a button. Each choice stands in the address and below as a chip that can be taken away. */
export const ListFilters = ({
  asked,
  set,
  search,
}: {
  asked: ListAsked;
  set: (name: NarrowingName, value: string | null) => void;
  search: RefObject<InputRef | null>;
}) => {
  const { t } = useWords();
  const units = (useOrganisation().data?.units ?? []).filter(({ closed }) => !closed);
  const leaders = useLeaders().data ?? [];
  const choose = (name: NarrowingName, word: Word, options: readonly { value: string; label: string }[]) => (
    <Select<string>
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t(word)}
      aria-label={t(word)}
      value={asked[name]}
      onChange={(value?: string) => {
        set(name, value ?? null);
      }}
      className="filter"
      options={[...options]}
    />
  );
  return (
    <div className="filters" role="search">
      <Input.Search
        key={asked.q}
        ref={search}
        allowClear
        placeholder={t('search')}
        aria-label={t('search')}
        defaultValue={asked.q ?? ''}
        onSearch={(text) => {
          set('q', text.trim() || null);
        }}
        className="filter wide"
      />
      {choose(
        'unit',
        'unit',
        units.map(({ code, name }) => ({ value: code, label: name })),
      )}
      {choose(
        'leader',
        'leader',
        leaders.map(({ name }) => ({ value: name, label: name })),
      )}
      {choose(
        'year',
        'signingYear',
        years().map((year) => ({ value: year, label: year })),
      )}
      <Popover trigger="click" placement="bottom" content={<MoreFilters asked={asked} set={set} />}>
        <Button>
          {t('moreFilters')} <Badge size="small" count={MORE_FILTERS.filter((name) => asked[name] !== null).length} />
        </Button>
      </Popover>
    </div>
  );
};
