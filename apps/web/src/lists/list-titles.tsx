import { useEffect, useRef } from 'react';
import { useWords } from '../words/words.ts';
import type { TableColumn } from './list-columns.tsx';

export const PICK_WIDTH = 40; // pixels of the boxes before the rows

/** What a click on a title asks for: from small to large, from large to small, as the list stands. */
const nextSort = (name: string, sort: string | null): string | null =>
  sort === name ? `-${name}` : sort === `-${name}` ? null : name;

const ARIA = { up: 'ascending', down: 'descending', none: 'none' } as const;

/** The box that takes all rows, or none. */
const PickAll = ({
  picked,
  onPick,
  tabIndex,
}: {
  picked: 'all' | 'some' | 'none';
  onPick: (on: boolean) => void;
  tabIndex: number | undefined;
}) => {
  const { t } = useWords();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = picked === 'some';
  }, [picked]);
  return (
    <label>
      <input
        ref={box}
        tabIndex={tabIndex}
        type="checkbox"
        aria-label={t('pickShown')}
        checked={picked === 'all'}
        onChange={(event) => {
          onPick(event.target.checked);
        }}
      />
    </label>
  );
};

/** The titles of a list's columns; a click orders the list by one. `standing`: a second time, for the pointer alone, where the first have gone. */
export const ListTitles = ({
  columns,
  sort,
  onSort,
  picked,
  onPick,
  standing,
}: {
  columns: readonly TableColumn[];
  sort: string | null;
  onSort: (sort: string | null) => void;
  picked: 'all' | 'some' | 'none';
  onPick: (on: boolean) => void;
  standing: boolean;
}) => {
  const tabIndex = standing ? -1 : undefined;
  return (
    <>
      <colgroup>
        <col style={{ width: PICK_WIDTH }} />
        {columns.map(({ name, width }) => (
          <col key={name} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className="stays pick">
            <PickAll picked={picked} onPick={onPick} tabIndex={tabIndex} />
          </th>
          {columns.map(({ name, title, left, orders, isNumber }) => {
            const way = sort === name ? 'up' : sort === `-${name}` ? 'down' : 'none';
            return (
              <th
                key={name}
                scope="col"
                className={`${left === undefined ? '' : 'stays'} ${isNumber ? 'figure' : ''}`}
                style={left === undefined ? undefined : { left }}
                {...(orders && { 'aria-sort': ARIA[way] })}
              >
                {orders ? (
                  <button
                    type="button"
                    tabIndex={tabIndex}
                    className={`order order-${way}`}
                    onClick={() => {
                      onSort(nextSort(name, sort));
                    }}
                  >
                    {title}
                  </button>
                ) : (
                  title
                )}
              </th>
            );
          })}
        </tr>
      </thead>
    </>
  );
};
