import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useOrganisation } from '../app/known-to-all.ts';
import { useChosen } from '../parts/chosen.ts';
import { today } from '../parts/day.ts';
import { SeenPart } from '../parts/seen-part.tsx';
import { useWords } from '../words/words.ts';
import { useFiguresAsked } from './figures-asked.ts';

const FIRST_YEAR = 2015;
const PARTS = ['', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4'] as const;
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** Which days and which unit: the questions of every numbers page. `children`: what the page asks beside. */
export const FiguresBar = ({ children }: { children?: ReactNode }) => {
  const { t } = useWords();
  const { set } = useChosen();
  const asked = useFiguresAsked();
  const [year = '', part = ''] = asked.period.split('-');
  const thisYear = Number(today().slice(0, 4));
  const units = (useOrganisation().data?.units ?? []).filter(({ closed }) => !closed);
  const partWord = (one: string): string => {
    if (one === '') return t('wholeYear');
    if (one.startsWith('H')) return `${one.slice(1)} ${t('halfYear')}`;
    if (one.startsWith('Q')) return `${one.slice(1)} ${t('quarter')}`;
    return `${year}-${one}`;
  };
  return (
    <div className="filters no-print" role="search">
      <Select<string>
        aria-label={t('year')}
        value={year}
        onChange={(chosen) => {
          set('period', part === '' ? chosen : `${chosen}-${part}`);
        }}
        options={Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, ago) => {
          const one = String(thisYear - ago);
          return { value: one, label: one };
        })}
        style={{ width: 96 }}
      />
      <Select<string>
        aria-label={t('partOfYear')}
        value={part}
        onChange={(chosen) => {
          set('period', chosen === '' ? year : `${year}-${chosen}`);
        }}
        options={[...PARTS, ...MONTHS].map((one) => ({ value: one, label: partWord(one) }))}
        style={{ width: 130 }}
      />
      <Select<string>
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('unit')}
        aria-label={t('unit')}
        value={asked.unit ?? null}
        onChange={(chosen?: string) => {
          set('unit', chosen ?? null);
        }}
        className="filter"
        options={units.map(({ code, name }) => ({ value: code, label: name }))}
      />
      {children}
      <SeenPart />
    </div>
  );
};
