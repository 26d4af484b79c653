import { App } from 'antd';
import { useCallback, useState } from 'react';
import { useWords } from '../words/words.ts';
import { asPasted } from './cell-text.ts';
import type { ListColumn, ListRow } from './list-queries.ts';
import { keyOf } from './list-table.tsx';

/** Rows that were chosen one by one, by their keys; and how rows get into a spreadsheet that is open beside the page. */
export const usePicked = (rows: readonly ListRow[], shown: readonly ListColumn[]) => {
  const { t, language } = useWords();
  const { message } = App.useApp();
  const [keys, pick] = useState<readonly string[]>([]);
  const pickRows = useCallback((some: readonly string[], on: boolean): void => {
    pick((now) => [...now.filter((one) => !some.includes(one)), ...(on ? some : [])]);
  }, []);
  return {
    keys,
    pick: pickRows,
    picked: rows.filter((row) => keys.includes(keyOf(row))),
    toggle: (row: ListRow): void => {
      const key = keyOf(row);
      pick((now) => (now.includes(key) ? now.filter((one) => one !== key) : [...now, key]));
    },
    clear: (): void => {
      pick([]);
    },
    copy: async (some: readonly ListRow[]): Promise<void> => {
      await navigator.clipboard.writeText(asPasted(shown, some, language));
      void message.success(`${t('copied')} ${some.length}`);
    },
  };
};
