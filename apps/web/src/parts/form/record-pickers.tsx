import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useLists } from '../../app/known-to-all.ts';
import { answered, api } from '../../ask/api.ts';
import { useWords } from '../../words/words.ts';
import { useNaming } from './choice-names.ts';
import type { Pickers } from './field-values.ts';
import { OnePicker, PeoplePicker, UnitPicker, type Picked } from './pickers.tsx';

const ROWS = 20;

/** Projects found by a part of their name, code, investor or contract number. */
export const useFoundProjects = (typed: string) => {
  const q = useDeferredValue(typed.trim());
  return useQuery({
    queryKey: ['search', q],
    queryFn: () => answered(api.GET('/api/search', { params: { query: { q, limit: ROWS } } })),
    enabled: q !== '',
  });
};

/** A project found by its name or code. `without`: one that it cannot be. */
export const ProjectPicker = ({ id, value, onChange, without }: Picked<string> & { without?: string }) => {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const found = useFoundProjects(typed);
  const options = (found.data?.rows ?? []).flatMap(({ id: project, code, name }) =>
    project && project !== without ? [{ value: project, label: `${code ?? ''} ${name ?? ''}` }] : [],
  );
  useNaming(options);
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      showSearch={{ onSearch: setTyped, filterOption: false }}
      allowClear
      value={value ?? null}
      onChange={(chosen: string | undefined) => {
        onChange?.(chosen);
      }}
      options={options}
      {...(id === undefined ? { 'aria-label': t('typeToSearch') } : {})}
      placeholder={t('typeToSearch')}
      notFoundContent={typed === '' || found.isFetching ? t('typeToSearch') : t('noneFound')}
    />
  );
};

const ListPicker = (picked: Picked<string>) => {
  const { say } = useWords();
  const { lists } = useLists();
  return <OnePicker {...picked} options={lists.map(({ name, title }) => ({ value: name, label: say(title) }))} />;
};

const MeetingPicker = (picked: Picked<string>) => {
  const { say } = useWords();
  const meetings = useQuery({
    queryKey: ['matters', 'meetings', 'to-choose'],
    queryFn: () => answered(api.GET('/api/meetings', { params: { query: { limit: 200 } } })),
  });
  const options = (meetings.data?.rows ?? []).map(({ id, title, openedOn }) => ({
    value: id,
    label: `${openedOn} ${say(title)}`,
  }));
  return <OnePicker {...picked} options={options} />;
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
