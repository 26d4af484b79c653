import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useOrganisation } from '../app/known-to-all.ts';
import { useLeaders } from '../lists/list-queries.ts';
import { useWords } from '../words/words.ts';
import type { Shown } from './cockpit-queries.ts';

/** Whose projects are looked at. */
export const Whose = ({
  shown,
  set,
  children,
}: {
  shown: Shown;
  set: (name: string, value: string | null) => void;
  children?: ReactNode;
}) => {
  const { t } = useWords();
  const units = (useOrganisation().data?.units ?? []).filter(({ closed }) => !closed);
  const leaders = useLeaders({ asOf: shown.asOf, asKnown: shown.asKnown }).data ?? [];
  const choices = [
    ['unit', t('unit'), shown.unit, units.map(({ code, name }) => ({ value: code, label: name }))],
    ['leader', t('leader'), shown.leader, leaders.map(({ name }) => ({ value: name, label: name }))],
  ] as const;
  return (
    <div className="filters no-print" role="search">
      {choices.map(([name, label, value, options]) => (
        <Select<string>
          key={name}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={label}
          aria-label={label}
          value={value}
          onChange={(chosen?: string) => {
            set(name, chosen ?? null);
          }}
          className="filter"
          options={options}
        />
      ))}
      {children}
    </div>
  );
};
