import { useDeferredValue, useEffect, useState } from 'react';

interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetching: boolean;
  readonly isError: boolean;
  readonly data: { readonly pages: readonly { readonly rows: readonly unknown[] }[] } | undefined;
  readonly fetchNextPage: () => unknown;
}

const MOST_ROWS = 2_000; // a longer list is exported, not printed

/** Prints a list once all its pages are there: a print that ends after the first rows would be taken for the whole. */
export const usePrintWhole = ({ hasNextPage, isFetching, isError, data, fetchNextPage }: Pages): (() => void) => {
  const [waiting, wait] = useState(false);
  const rows = data?.pages.reduce((sum, page) => sum + page.rows.length, 0) ?? 0;
  const drawn = useDeferredValue(rows); // as the table draws them
  useEffect(() => {
    if (!waiting || isFetching || drawn < rows) return;
    if (hasNextPage && !isError && rows < MOST_ROWS) {
      void fetchNextPage();
      return;
    }
    wait(false);
    window.print();
  }, [waiting, isFetching, hasNextPage, isError, rows, drawn, fetchNextPage]);
  return () => {
    wait(true);
  };
};
