import { AutoComplete, Select } from 'antd';
import { useState } from 'react';
import { useOrganisation } from '../../app/known-to-all.ts';
import { useWords } from '../../words/words.ts';

/** What a form gives to the field that a person fills in. */
export interface Picked<T> {
  readonly id?: string;
  readonly value?: T;
  readonly onChange?: (value: T | undefined) => void;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

const idOf = (id: string | undefined) => (id === undefined ? {} : { id });

/** One of some, found by typing a part of its name. */
export const OnePicker = ({
  id,
  value,
  onChange,
  options,
  placeholder,
}: Picked<string> & { options: readonly Option[]; placeholder?: string }) => {
  const { t } = useWords();
  return (
    <Select<string>
      {...idOf(id)}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      value={value ?? null}
      placeholder={placeholder ?? t('chooseOne')}
      notFoundContent={t('noneFound')}
      onChange={(chosen: string | undefined) => {
        onChange?.(chosen);
      }}
      options={[...options]}
    />
  );
};

/** Several of some, each chosen by its name. */
export const ManyPicker = ({ id, value, onChange, options }: Picked<string[]> & { options: readonly Option[] }) => {
  const { t } = useWords();
  return (
    <Select<string[]>
      {...idOf(id)}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? []}
      placeholder={t('chooseOne')}
      notFoundContent={t('noneFound')}
      onChange={(chosen) => {
        onChange?.(chosen.length === 0 ? undefined : chosen);
      }}
      options={[...options]}
    />
  );
};

/** The units that are not closed, by their names. */
export const useOpenUnits = (): readonly Option[] =>
  (useOrganisation().data?.units ?? [])
    .filter(({ closed }) => !closed)
    .map(({ code, name }) => ({ value: code, label: name }));

/** A unit by its name. What stands there already stays choosable; only a bureau that has no organisation yet writes names. */
export const UnitPicker = (picked: Picked<string>) => {
  const units = useOpenUnits();
  if (units.length === 0) return <Written {...picked} options={[]} />;
  const before = picked.value !== undefined && units.every(({ value }) => value !== picked.value);
  return <OnePicker {...picked} options={before ? [...units, { value: picked.value, label: picked.value }] : units} />;
};

/** Text with suggestions: a name that is known is chosen, another can be written. */
export const Written = ({ id, value, onChange, options }: Picked<string> & { options: readonly Option[] }) => (
  <AutoComplete
    {...idOf(id)}
    value={value ?? ''}
    options={[...options]}
    showSearch={{ filterOption: (typed, option) => (option?.label ?? '').includes(typed) }}
    onChange={(written: string) => {
      onChange?.(written === '' ? undefined : written);
    }}
  />
);

const useNames = (): readonly Option[] => {
  const { people = [] } = useOrganisation().data ?? {};
  return [...new Set(people.map(({ person }) => person))].map((name) => ({ value: name, label: name }));
};

export const PersonPicker = (picked: Picked<string>) => <Written {...picked} options={useNames()} />;

export const PeoplePicker = ({ id, value, onChange }: Picked<string[]>) => {
  const names = useNames();
  const [typed, setTyped] = useState('');
  return (
    <Select<string[]>
      {...idOf(id)}
      mode="tags"
      tokenSeparators={[',', '，', '、', ';', '；']}
      showSearch={{ searchValue: typed, onSearch: setTyped, optionFilterProp: 'label' }}
      value={value ?? []}
      onChange={(chosen) => {
        setTyped('');
        onChange?.(chosen.length === 0 ? undefined : chosen);
      }}
      options={[...names]}
      {...(names.length === 0 ? { open: false } : {})}
    />
  );
};

/** A place where projects land, by its name in the organisation; another can be written. */
export const RegionPicker = (picked: Picked<string>) => {
  const regions = useOpenUnits().map(({ label }) => ({ value: label, label }));
  return <Written {...picked} options={regions} />;
};
