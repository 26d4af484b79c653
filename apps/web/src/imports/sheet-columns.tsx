import { Card, InputNumber, Select, Space, Tag } from 'antd';
import { StackingTable } from '../parts/stacking-table.tsx';
import { useWords } from '../words/words.ts';
import type { Schemas } from '../ask/api.ts';
import { useImportFields } from './import-queries.ts';
import { BECAUSE, KINDS, PASSINGS, UNIT_FROM } from './import-words.ts';
import { RegionLines } from './region-lines.tsx';
import { columnsOf, nameIn, saying, type Column, type Mapping, type SheetMapping } from './mapping.ts';

type Sheet = Schemas['ImportedSheet'];

const UNITS = ['元', '万元', '亿元', '万美元', '万欧元', '万港元', '亿日元'].map((value) => ({ value, label: value }));
const IGNORED = 'ignore';

interface Saying {
  readonly mapping: Mapping;
  readonly onMap: (mapping: Mapping) => void;
}

interface Settings {
  readonly sheet: Sheet;
  readonly name: string;
  readonly own: SheetMapping;
  readonly say: (said: SheetMapping) => void;
}
/** What a sheet holds, where its header stands, and the unit of amounts that name none. Where a sheet holds several tables, their headers stand where they were found. */
const SheetSettings = ({ sheet, name, own, say }: Settings) => {
  const { t, say: inWords } = useWords();
  const { kind = sheet.kind, headerRow = sheet.headerRow, unit = sheet.unit } = own;
  const kinds = Object.entries(KINDS).map(([value, words]) => ({
    value,
    label: value === 'notes' ? t('leaveSheetOut') : inWords(words),
  }));
  return (
    <Space wrap className="space-below">
      <label>
        {t('sheetKind')}{' '}
        <Select
          value={kind === 'notes' && own.kind === undefined ? null : kind}
          aria-label={`${name} ${t('sheetKind')}`}
          placeholder={inWords(KINDS['notes'])}
          onChange={(chosen: string) => {
            say({ kind: chosen });
          }}
          options={kinds}
          className="short-entry"
        />
      </label>
      {name === sheet.sheet && (
        <label>
          {t('headerRow')}{' '}
          <InputNumber<number>
            key={headerRow}
            min={0}
            max={500}
            defaultValue={headerRow ?? undefined}
            aria-label={`${name} ${t('headerRow')}`}
            title={t('headerRowHint')}
            onChange={(chosen) => {
              if (chosen !== null) say({ headerRow: chosen });
            }}
            className="shorter-entry"
          />{' '}
          <span className="small">{t('headerRowHint')}</span>
        </label>
      )}
      <label>
        {t('unitWhereNone')}{' '}
        <Select
          value={unit}
          aria-label={`${name} ${t('unitWhereNone')}`}
          onChange={(chosen: string) => {
            say({ unit: chosen });
          }}
          options={UNITS}
          className="short-entry"
        />
      </label>
    </Space>
  );
};

/** The columns of a sheet: what each holds, what it is read as and why, in which unit; every answer can be changed. */
export const SheetColumns = ({ sheet, name, mapping, onMap }: { sheet: Sheet; name: string } & Saying) => {
  const { t, say, marks } = useWords();
  const { options, isMoney } = useImportFields();
  const columns = columnsOf(sheet);
  const titleOf = ({ sheet: whole, headerRow }: Sheet): string =>
    whole === name ? whole : `${whole} · ${t('headerRow')} ${headerRow}`;
  const own = mapping[name] ?? {};
  const tell = (said: SheetMapping): void => {
    onMap(saying(mapping, name, said));
  };
  const fieldOf = (one: Column): string | undefined => own.columns?.[nameIn(columns, one)] ?? one.found?.field;
  const unitOf = (one: Column): string => own.units?.[nameIn(columns, one)] ?? one.found?.unit ?? sheet.unit;
  const choices = [{ value: IGNORED, label: t('ignoreColumn') }, ...options];
  return (
    <Card size="small" title={titleOf(sheet)} className="space-below" data-testid="sheet-columns">
      <SheetSettings sheet={sheet} name={name} own={own} say={tell} />
      <StackingTable<Column>
        size="small"
        rowKey="column"
        pagination={false}
        about={sheet.sheet}
        width={760}
        dataSource={columns}
        columns={[
          { title: t('column'), dataIndex: 'column', width: 50 },
          { title: t('header'), width: 180, render: (_, one) => <strong>{one.header}</strong> },
          {
            title: t('samples'),
            width: 220,
            render: (_, one) => <span className="small">{one.samples.join(marks.semicolon)}</span>,
          },
          {
            title: t('readAs'),
            width: 210,
            render: (_, one) => (
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                value={fieldOf(one)}
                placeholder={t('notRead')}
                aria-label={`${one.column} ${one.header} ${t('readAs')}`}
                onChange={(field: string) => {
                  tell({ columns: { [nameIn(columns, one)]: field } });
                }}
                options={choices}
                className="whole"
              />
            ),
          },
          {
            title: t('amountUnit'),
            width: 130,
            render: (_, one) =>
              isMoney(fieldOf(one) ?? '') && (
                <Select
                  value={unitOf(one)}
                  aria-label={`${one.column} ${one.header} ${t('amountUnit')}`}
                  onChange={(unit: string) => {
                    tell({ units: { [nameIn(columns, one)]: unit } });
                  }}
                  options={UNITS}
                  className="whole"
                />
              ),
          },
          {
            title: t('because'),
            width: 190,
            render: (_, { found }) =>
              found === null ? (
                <span className="small">{t('notRead')}</span>
              ) : (
                <span className="small">
                  {found.because.map((why) => say(BECAUSE[why], why)).join(marks.list)}
                  {found.unitFrom !== null && ` · ${t('amountUnit')}${marks.colon}${say(UNIT_FROM[found.unitFrom])}`}
                </span>
              ),
          },
        ]}
      />
      <RegionLines lines={sheet.regionLines} own={own} say={tell} />
      <PassedRows passed={sheet.passed} />
      <Comments comments={sheet.comments} />
    </Card>
  );
};

const PassedRows = ({ passed }: Pick<Sheet, 'passed'>) => {
  const { t, say } = useWords();
  if (passed.length === 0) return null;
  return (
    <details className="space-above">
      <summary>
        {t('passedRows')} {passed.length}
      </summary>
      {passed.map(({ row, why }) => (
        <Tag key={row}>
          {t('row')} {row} · {say(PASSINGS[why], why)}
        </Tag>
      ))}
    </details>
  );
};

/** What is pinned to heads, titles and other cells that are no data. */
const Comments = ({ comments }: Pick<Sheet, 'comments'>) => {
  const { t, marks } = useWords();
  if (comments.length === 0) return null;
  return (
    <details className="space-above">
      <summary>
        {t('sheetComments')} {comments.length}
      </summary>
      {comments.map(({ cell, text }) => (
        <p key={cell} className="small">
          {cell}
          {marks.colon}
          {text}
        </p>
      ))}
    </details>
  );
};
