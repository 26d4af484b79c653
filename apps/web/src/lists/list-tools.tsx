import { Button, Checkbox, Popover } from 'antd';
import { useLists } from '../app/known-to-all.ts';
import { useGo } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import { ExportLayouts } from './export-layouts.tsx';
import { exportAddress, type ListAsked } from './list-question.ts';
import type { ColumnName, ListColumn, ListRow } from './list-queries.ts';

const ALWAYS: readonly ColumnName[] = ['colour', 'name'];

const ColumnChoice = ({
  shown,
  onChoose,
}: {
  shown: readonly ListColumn[];
  onChoose: (columns: string | null) => void;
}) => {
  const { t, say } = useWords();
  const { columns } = useLists();
  const names = shown.map(({ name }) => name);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="column-choice">
          <Checkbox.Group
            value={names}
            onChange={(wanted) => {
              const kept = names.filter((name) => wanted.includes(name));
              const added = wanted.filter((name) => !names.includes(name));
              onChoose([...kept, ...added].join(','));
            }}
            options={columns
              .filter(({ name }) => name !== 'id')
              .map(({ name, title }) => ({ value: name, label: say(title), disabled: ALWAYS.includes(name) }))}
          />
          <Button
            size="small"
            onClick={() => {
              onChoose(null);
            }}
          >
            {t('ownColumns')}
          </Button>
        </div>
      }
    >
      <Button>{t('columns')}</Button>
    </Popover>
  );
};

/** What can be done with the list as it stands: its columns, its groups, and every way out of the page. */
export const ListTools = ({
  list,
  asked,
  also,
  set,
  shown,
  rows,
  onCopy,
  onPrint,
}: {
  list: string;
  asked: ListAsked;
  also: readonly string[];
  set: (name: string, value: string | null) => void;
  shown: readonly ListColumn[];
  rows: readonly ListRow[];
  onCopy: () => void;
  onPrint: () => void;
}) => {
  const { t, language } = useWords();
  const go = useGo();
  return (
    <div className="list-tools no-print">
      <ColumnChoice
        shown={shown}
        onChoose={(columns) => {
          set('columns', columns);
        }}
      />
      <Button
        aria-pressed={asked.group !== null}
        type={asked.group === null ? 'default' : 'primary'}
        onClick={() => {
          set('group', asked.group === null ? 'signingYear' : null);
        }}
      >
        {t('groupByYear')}
      </Button>
      <Button disabled={rows.length === 0} onClick={onCopy}>
        {t('copyRows')}
      </Button>
      <Button href={exportAddress(list, asked, also, language)} disabled={rows.length === 0} data-testid="export">
        {t('exportExcel')}
      </Button>
      {rows.length > 0 && <ExportLayouts list={list} asked={asked} also={also} />}
      <Button
        onClick={() => {
          go(`/lists/${list}/compare${window.location.search}`);
        }}
      >
        {t('compareDays')}
      </Button>
      <Button disabled={rows.length === 0} onClick={onPrint}>
        {t('print')}
      </Button>
    </div>
  );
};
