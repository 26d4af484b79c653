import { AutoComplete, Select } from 'antd';
import { useState } from 'react';
import { useOrganisation, useUnitName } from '../../app/known-to-all.ts';
import { useWords } from '../../words/words.ts';
import { useNaming } from './choice-names.ts';

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

const SEPARATORS: readonly string[] = [',', '，', '、', ';', '；'];

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
  useNaming(options);
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
  useNaming(options);
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
  const { isPending } = useOrganisation();
  if (isPending) return <Select {...idOf(picked.id)} loading disabled />;
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

/** The people of the organisation. Who has an account is chosen as that person, `@login`, for several may bear one name; `named`: by the name alone. */
const usePeople = (named: boolean): readonly Option[] => {
  const unitName = useUnitName();
  const known = new Map(
    (useOrganisation().data?.people ?? []).map(({ person, account, unit }) => {
      const value = named || account === null ? person : `@${account}`;
      return [value, { value, label: named ? person : `${person} · ${unitName(unit)}` }];
    }),
  );
  const people = [...known.values()];
  useNaming(people);
  return people;
};

/** Somebody by name; a name that the organisation does not know can be written, and what was typed stays when the field is left. */
export const PersonPicker = ({ id, value, onChange, named = false }: Picked<string> & { named?: boolean }) => {
  const { t } = useWords();
  const people = usePeople(named);
  return (
    <Select<string[]>
      {...idOf(id)}
      mode="tags"
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      value={value === undefined ? [] : [value]}
      placeholder={t('chooseOne')}
      onChange={(chosen) => {
        onChange?.(chosen.at(-1)); // the newest replaces the one before
      }}
      options={[...people]}
      {...(people.length === 0 ? { open: false } : {})}
    />
  );
};

export const PeoplePicker = ({ id, value, onChange, named = false }: Picked<string[]> & { named?: boolean }) => {
  const { t } = useWords();
  const people = usePeople(named);
  const [typed, setTyped] = useState('');
  return (
    <Select<string[]>
      {...idOf(id)}
      mode="tags"
      tokenSeparators={[...SEPARATORS]}
      showSearch={{ searchValue: typed, onSearch: setTyped, optionFilterProp: 'label' }}
      value={value ?? []}
      placeholder={t('manyOf')}
      onChange={(chosen) => {
        setTyped('');
        onChange?.(chosen.length === 0 ? undefined : chosen);
      }}
      options={[...people]}
      {...(people.length === 0 ? { open: false } : {})}
    />
  );
};

/** A place where projects land, by its name in the organisation; another can be written. */
export const RegionPicker = (picked: Picked<string>) => {
  const regions = useOpenUnits().map(({ label }) => ({ value: label, label }));
  return <Written {...picked} options={regions} />;
};
