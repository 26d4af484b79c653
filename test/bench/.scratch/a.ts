import { open, timed } from './open.ts';
import { readCommand } from '#domain';
import { indicators, IndicatorsQuery, FigureQuery, FiguresQuery, openFigure, OPERATOR, dwell, funnel, forecast, structure, StructureQuery } from '#office';
const main = async () => {
  const { pool, office, close, store } = await open();
  try {
    console.log((await pool.query(`select relname, pg_size_pretty(pg_table_size(oid)) s, reltuples from pg_class where relkind='r' and (relname like 'counted%' or relname like 'project_span%' or relname like 'arrival%')`)).rows);
    console.log((await pool.query(`select name, setting from pg_settings where name in ('shared_buffers','work_mem','jit','max_parallel_workers_per_gather','random_page_cost')`)).rows);
    const cold = <T>(f: () => Promise<T>) => async () => { (office as any).numbers.tallies = (_: string, __: string, find: () => Promise<unknown>) => find(); return f(); };
    const asked = (more: object) => readCommand(IndicatorsQuery, { period: '2023', ...more });
    const half = (await store.head()) / 2n;
    const bare = async () => { for (const sql of [`select unit, count(*) filter (where signed_on between '2023-01-01' and '2023-12-31') as signed,
     sum(contracted) filter (where signed_on between '2023-01-01' and '2023-12-31') as amount,
     count(*) filter (where start_on between '2023-01-01' and '2023-12-31') as started
   from counted_span_today group by unit`,
  `select p.unit, sum(a.amount) from counted_span_today p join arrival_span a using (project_id)
   where a.to_pos = 9223372036854775807
     and a.on_day between '2023-01-01' and '2023-12-31' and a.certified_on <= '2023-12-31' group by p.unit`]) await pool.query(sql); };
    await timed('bare', bare, 8);
    await timed('today', cold(() => indicators(office, OPERATOR, asked({ asOf: office.today() }))), 8);
    await timed('past', cold(() => indicators(office, OPERATOR, asked({}))), 8);
    await timed('known', cold(() => indicators(office, OPERATOR, asked({}), { at: half })), 8);
    await timed('opened', cold(() => openFigure(office, OPERATOR, 'signed-amount', readCommand(FigureQuery, { period: '2023' }))), 8);
    await timed('opened start-rate', cold(() => openFigure(office, OPERATOR, 'start-rate', readCommand(FigureQuery, { period: '2023' }))), 8);
    await timed('dwell', () => dwell(office, OPERATOR, readCommand(FiguresQuery, { period: '2023' })));
    await timed('funnel', () => funnel(office, OPERATOR, readCommand(FiguresQuery, { period: '2023' })));
    await timed('forecast', () => forecast(office, OPERATOR, readCommand(FiguresQuery, { period: '2023' })));
  } finally { await close(); }
};
main();
