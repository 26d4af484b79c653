import { Table, type TableProps } from 'antd';
import { Scrolling } from './scrolling.tsx';

/** A table that keeps `width` (pixels) and scrolls on a narrower screen; one without rows is as wide as the screen, so that what it says of that can be read. `about`: what it shows, for who hears the page. */
export const WideTable = <Row extends object>({
  about,
  width,
  ...table
}: TableProps<Row> & { readonly about: string; readonly width: number }) => (
  <Scrolling about={about}>
    <Table<Row> {...table} style={table.dataSource?.length === 0 ? {} : { minWidth: width }} />
  </Scrolling>
);
