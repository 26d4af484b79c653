import { Select } from 'antd';
import { useOrganisation } from '../app/known-to-all.ts';
import type { Schemas } from '../ask/api.ts';
import { useWords } from '../words/words.ts';
import { LINE_BECAUSE } from './import-words.ts';
import type { SheetMapping } from './mapping.ts';

type Lines = Schemas['ImportedSheet']['regionLines'];

/** Lines that part a table by district: which region each gives the rows below it, and why; a person may say otherwise. */
export const RegionLines = ({
  lines,
  own,
  say: tell,
}: {
  lines: Lines;
  own: SheetMapping;
  say: (said: SheetMapping) => void;
}) => {
  const { t, say } = useWords();
  const units = useOrganisation().data?.units ?? [];
  if (lines.length === 0) return null;
  const names = units.filter(({ closed }) => !closed).map(({ name }) => name);
  return (
    <div className="space-above" data-testid="region-lines">
      <p className="small">{t('regionLines')}</p>
      {lines.map(({ row, text, region, because }) => (
        <p key={text}>
          <span className="small">
            {t('row')} {row}
          </span>{' '}
          <strong>{text}</strong>{' '}
          <Select
            showSearch
            className="short-entry"
            value={own.regions?.[text] ?? region ?? ''}
            aria-label={`${text} ${t('regionOfLine')}`}
            onChange={(chosen: string) => {
              tell({ regions: { [text]: chosen } });
            }}
            options={[
              { value: '', label: t('regionOfNone') },
              ...[...new Set([text, ...(region === null ? [] : [region]), ...names])].map((value) => ({
                value,
                label: value,
              })),
            ]}
          />{' '}
          {because !== null && <span className="small">{say(LINE_BECAUSE[because])}</span>}
        </p>
      ))}
    </div>
  );
};
