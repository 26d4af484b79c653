import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { answered, api } from '../ask/api.ts';
import type { Pickers } from './entry.tsx';
import { useOrganisation } from '../app/known-to-all.ts';
import { useWords } from '../words/words.ts';

interface Picked<T> {
  readonly id?: string;
  readonly value?: T;
  readonly onChange?: (value: T | undefined) => void;
}

/** A unit by its name; one that the organisation does not have can be written. */
const UnitPicker = ({ id, value, onChange }: Picked<string>) => {
  const [typed, setTyped] = useState('');
  const units = (useOrganisation().data?.units ?? [])
    .filter(({ closed }) => !closed)
    .map(({ code, name }) => ({ value: code, label: name }));
  const written = [typed, value ?? '']
    .filter(
      (one, index, all) =>
        one !== '' && all.indexOf(one) === index && !units.some((unit) => unit.value === one || unit.label === one),
    )
    .map((one) => ({ value: one, label: one }));
  return (
    <Select
      id={id!}
      showSearch={{ onSearch: setTyped, optionFilterProp: 'label' }}
      allowClear
      value={value ?? null}
      onChange={(chosen: string | null) => {
        setTyped('');
        onChange?.(chosen ?? undefined);
      }}
      options={[...units, ...written]}
    />
  );
};

/** `named`: who only stands in the minutes; else a person with an account is chosen as that person, `@login`, for several may bear one name. */
const PeoplePicker = ({ id, value, onChange, named = false }: Picked<string[]> & { readonly named?: boolean }) => {
  const known = new Map(
    (useOrganisation().data?.people ?? []).map(({ person, account, unit }) => {
      const chosen = named || account === null ? person : `@${account}`;
      return [chosen, { value: chosen, label: named ? person : `${person} · ${unit}` }];
    }),
  );
  const names = [...known.values()];
  return (
    <Select
      id={id!}
      mode="tags"
      tokenSeparators={[',', '，', '、', ';']}
      value={value ?? []}
      onChange={(chosen: string[]) => {
        onChange?.(chosen);
      }}
      options={names}
      {...(names.length === 0 ? { open: false } : {})}
    />
  );
};

/** A project found by its name or code; shows its name where it was found before. */
export const ProjectPicker = ({ id, value, onChange }: Picked<string>) => {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['search', q],
    queryFn: () => answered(api.GET('/api/search', { params: { query: { q, limit: 20 } } })),
    enabled: q !== '',
  });
  const options = (found.data?.rows ?? []).flatMap(({ id: project, code, name }) =>
    project ? [{ value: project, label: `${code ?? ''} ${name ?? ''}` }] : [],
  );
  return (
    <Select
      id={id!}
      showSearch={{ onSearch: setTyped, filterOption: false }}
      allowClear
      value={value ?? null}
      onChange={(chosen: string | null) => {
        onChange?.(chosen ?? undefined);
      }}
      options={options}
      placeholder={t('typeToSearch')}
      notFoundContent={t('typeToSearch')}
    />
  );
};

const ListPicker = ({ id, value, onChange }: Picked<string>) => {
  const { say } = useWords();
  const lists = useQuery({ queryKey: ['lists'], queryFn: () => answered(api.GET('/api/lists')), staleTime: Infinity });
  return (
    <Select
      id={id!}
      allowClear
      value={value ?? null}
      onChange={(chosen: string | null) => {
        onChange?.(chosen ?? undefined);
      }}
      options={(lists.data?.lists ?? []).map(({ name, title }) => ({ value: name, label: say(title) }))}
    />
  );
};

const MeetingPicker = ({ id, value, onChange }: Picked<string>) => {
  const meetings = useQuery({
    queryKey: ['matters', 'meetings', 'to-choose'],
    queryFn: () => answered(api.GET('/api/meetings', { params: { query: { limit: 200 } } })),
  });
  return (
    <Select
      id={id!}
      allowClear
      value={value ?? null}
      onChange={(chosen: string | null) => {
        onChange?.(chosen ?? undefined);
      }}
      options={(meetings.data?.rows ?? []).map(({ id: meeting, title, openedOn }) => ({
        value: meeting,
        label: `${openedOn} ${title}`,
      }))}
    />
  );
};

/** How the forms of matters let choose a unit, people, a project, a list, the meeting before. */
export const MATTER_PICKERS: Pickers = {
  unit: <UnitPicker />,
  raisedBy: <UnitPicker />,
  people: <PeoplePicker />,
  attendees: <PeoplePicker named />,
  project: <ProjectPicker />,
  list: <ListPicker />,
  previous: <MeetingPicker />,
};
