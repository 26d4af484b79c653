import { memo } from 'react';
import { useChosen } from '../parts/chosen.ts';
import { useWords } from '../words/words.ts';
import { useTableColumns, type TableColumn } from './list-columns.tsx';
import type { ListColumn, ListRow } from './list-queries.ts';
import { ListTitles, PICK_WIDTH } from './list-titles.tsx';
import './list-table.css';
import { useStandingTitles } from './standing-titles.ts';

export const keyOf = (row: ListRow): string => row.id ?? `${row.importId ?? ''} ${row.row ?? ''} ${row.code ?? ''}`;

/** A row; drawn anew only where it changes itself: who walks the rows draws two of them. */
const Row = memo(
  ({
    row,
    columns,
    isAt,
    isPicked,
    onPick,
    onOpen,
  }: {
    row: ListRow;
    columns: readonly TableColumn[];
    isAt: boolean;
    isPicked: boolean;
    onPick: (keys: readonly string[], on: boolean) => void;
    onOpen: (row: ListRow) => void;
  }) => (
    <tr
      className={isAt ? 'chosen row' : 'row'}
      onClick={(event) => {
        if (!(event.target as HTMLElement).closest('a, button, input, label')) onOpen(row);
      }}
    >
      <td className="stays pick">
        <label>
          <input
            type="checkbox"
            aria-label={row.name ?? row.code ?? ''}
            checked={isPicked}
            onChange={(event) => {
              onPick([keyOf(row)], event.target.checked);
            }}
          />
        </label>
      </td>
      {columns.map(({ name, left, isNumber, draw }) => (
        <td
          key={name}
          className={`${left === undefined ? '' : 'stays'} ${isNumber ? 'figure' : ''}`}
          style={left === undefined ? undefined : { left }}
        >
          {draw(row)}
        </td>
      ))}
    </tr>
  ),
);
Row.displayName = 'Row';

/**
 * The rows as a table: ordered by a click on a title, opened by a click anywhere, chosen one by one. A plain table: print, copy and the
 * browser's own search find every row, and a page of it is drawn in a fraction of what a table of components takes.
 */
export const ListTable = memo(
  ({
    rows,
    shown,
    at,
    picked,
    onPick,
    onOpen,
  }: {
    rows: readonly ListRow[];
    shown: readonly ListColumn[];
    at: ListRow | undefined;
    picked: readonly string[];
    onPick: (keys: readonly string[], on: boolean) => void;
    onOpen: (row: ListRow) => void;
  }) => {
    const { t } = useWords();
    const { chosen, set } = useChosen();
    const { columns, width } = useTableColumns(shown, PICK_WIDTH);
    const { body, titles, follow } = useStandingTitles();
    const own = rows.map(keyOf);
    const held = own.filter((key) => picked.includes(key)).length;
    const head = (standing: boolean) => (
      <ListTitles
        columns={columns}
        sort={chosen.get('sort')}
        onSort={(sort) => {
          set('sort', sort);
        }}
        picked={held === 0 ? 'none' : held === own.length ? 'all' : 'some'}
        onPick={(on) => {
          onPick(own, on);
        }}
        standing={standing}
      />
    );
    const style = { minWidth: width };
    return (
      <div className="list-table">
        <div className="standing-titles no-print" aria-hidden="true">
          <div ref={titles}>
            <table style={style}>{head(true)}</table>
          </div>
        </div>
        <div
          className="scrolling"
          tabIndex={0}
          role="region"
          aria-label={t('projectLists')}
          ref={body}
          onScroll={follow}
        >
          <table style={style}>
            {head(false)}
            <tbody>
              {rows.map((row) => (
                <Row
                  key={keyOf(row)}
                  row={row}
                  columns={columns}
                  isAt={row === at}
                  isPicked={picked.includes(keyOf(row))}
                  onPick={onPick}
                  onOpen={onOpen}
                />
              ))}
            </tbody>
          </table>
        </div>
      </div>
    );
  },
);
ListTable.displayName = 'ListTable';
