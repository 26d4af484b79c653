import { Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { CLOCKS, PHASES, useWords, type Sentence, type Word } from '../words/words.ts';
import type { ListAsked, NarrowingName } from './list-question.ts';

export const MORE_FILTERS = [
  'region',
  'from',
  'to',
  'clock',
  'phase',
  'tag',
] as const satisfies readonly NarrowingName[];

type Set = (name: NarrowingName, value: string | null) => void;

const Labelled = ({ word, children }: { word: Word; children: ReactNode }) => {
  const { t } = useWords();
  return (
    <label className="labelled">
      <span>{t(word)}</span>
      {children}
    </label>
  );
};

const Typed = ({ name, asked, set }: { name: NarrowingName; asked: ListAsked; set: Set }) => (
  <Input
    key={asked[name]}
    allowClear
    defaultValue={asked[name] ?? ''}
    onBlur={({ target }) => {
      set(name, target.value.trim() || null);
    }}
    onPressEnter={({ currentTarget }) => {
      set(name, currentTarget.value.trim() || null);
    }}
  />
);

const InYi = ({ name, asked, set }: { name: NarrowingName; asked: ListAsked; set: Set }) => (
  <InputNumber
    min="0"
    max="999999"
    precision={0}
    value={asked[name]}
    stringMode
    onChange={(value) => {
      set(name, value === null || value === '' ? null : String(value));
    }}
  />
);

const Chosen = ({
  name,
  words,
  asked,
  set,
}: {
  name: NarrowingName;
  words: Readonly<Record<string, Sentence>>;
  asked: ListAsked;
  set: Set;
}) => {
  const { say } = useWords();
  return (
    <Select<string>
      allowClear
      value={asked[name]}
      onChange={(value?: string) => {
        set(name, value ?? null);
      }}
      options={Object.entries(words).map(([value, word]) => ({ value, label: say(word) }))}
    />
  );
};

/** The filters that are wanted now and then. */
export const MoreFilters = ({ asked, set }: { asked: ListAsked; set: Set }) => {
  const { t } = useWords();
  return (
    <div className="more-filters">
      <Labelled word="region">
        <Typed name="region" asked={asked} set={set} />
      </Labelled>
      <Labelled word="amountFrom">
        <InYi name="from" asked={asked} set={set} />
      </Labelled>
      <Labelled word="amountTo">
        <InYi name="to" asked={asked} set={set} />
      </Labelled>
      {(asked.from ?? asked.to) !== null && <span className="small">{t('inYuanOnly')}</span>}
      <Labelled word="clock">
        <Chosen name="clock" words={CLOCKS} asked={asked} set={set} />
      </Labelled>
      <Labelled word="phase">
        <Chosen name="phase" words={PHASES} asked={asked} set={set} />
      </Labelled>
      <Labelled word="tag">
        <Typed name="tag" asked={asked} set={set} />
      </Labelled>
    </div>
  );
};
