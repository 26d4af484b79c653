import { AutoComplete, Button, DatePicker, Input, InputNumber, Select, Tag, type InputRef } from 'antd';
import dayjs from 'dayjs';
import type { RefObject } from 'react';
import { useOrganisation, useUnitName } from '../app/known-to-all.ts';
import { today } from '../parts/day.ts';
import { useWords, type Word } from '../words/words.ts';
import { useLeaders, type ListAsked, type ListFilter } from './list-queries.ts';

const FIRST_YEAR = 2015;
const years = (): readonly string[] => {
  const last = Number(today().slice(0, 4));
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, ago) => String(last - ago));
};

/** The ways to narrow a list. Each choice stands in the address and below as a chip that can be taken away. */
export const ListFilters = ({
  asked,
  set,
  search,
}: {
  asked: ListAsked;
  set: (name: ListFilter, value: string | null) => void;
  search: RefObject<InputRef | null>;
}) => {
  const { t } = useWords();
  const units = (useOrganisation().data?.units ?? []).filter(({ closed }) => !closed);
  const leaders = useLeaders() ?? [];
  const choose = (name: ListFilter, word: Word, options: readonly { value: string; label: string }[]) => (
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
      <AutoComplete
        aria-label={t('region')}
        placeholder={t('region')}
        allowClear
        defaultValue={asked.region ?? ''}
        key={`region-${asked.region ?? ''}`}
        options={units.map(({ name }) => ({ value: name }))}
        showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
        onSelect={(value: string) => {
          set('region', value);
        }}
        onClear={() => {
          set('region', null);
        }}
        onBlur={(event) => {
          set('region', (event.target as HTMLInputElement).value.trim() || null);
        }}
        className="filter"
      />
      {choose(
        'year',
        'signingYear',
        years().map((year) => ({ value: year, label: year })),
      )}
      <InputNumber
        aria-label={t('amountFrom')}
        placeholder={t('amountFrom')}
        min="0"
        max="999999"
        precision={0}
        value={asked.from}
        stringMode
        onChange={(value) => {
          set('from', value === null || value === '' ? null : String(value));
        }}
        className="filter wide"
      />
      <DatePicker
        placeholder={`${t('asOf')}（${t('today')}）`}
        aria-label={t('asOf')}
        value={asked.asOf ? dayjs(asked.asOf) : null}
        maxDate={dayjs(today())}
        onChange={(day) => {
          set('asOf', day ? day.format('YYYY-MM-DD') : null);
        }}
      />
    </div>
  );
};

const CHIPS: readonly (readonly [ListFilter, Word])[] = [
  ['q', 'palette'],
  ['unit', 'unit'],
  ['leader', 'leader'],
  ['region', 'region'],
  ['year', 'signingYear'],
  ['from', 'amountFrom'],
];

/** What the list is narrowed to, each with a way to take it away. */
export const FilterChips = ({
  asked,
  set,
  onClear,
}: {
  asked: ListAsked;
  set: (name: ListFilter, value: string | null) => void;
  onClear: () => void;
}) => {
  const { t } = useWords();
  const unitName = useUnitName();
  const chosen = CHIPS.filter(([name]) => asked[name] !== null);
  if (chosen.length === 0) return null;
  return (
    <div className="chips" data-testid="chips">
      {chosen.map(([name, word]) => (
        <Tag
          key={name}
          closable={{ 'aria-label': `${t('removeFilter')} ${t(word)}` }}
          onClose={() => {
            set(name, null);
          }}
        >
          {t(word)} {name === 'unit' ? unitName(asked.unit) : asked[name]}
        </Tag>
      ))}
      <Button type="link" size="small" onClick={onClear}>
        {t('clearFilters')}
      </Button>
    </div>
  );
};
