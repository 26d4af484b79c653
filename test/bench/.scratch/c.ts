import { open } from './open.ts';
import { readCommand } from '#domain';
import * as O from '#office';
const main = async () => {
  const { pool, office, close, store } = await open();
  try {
    (office as any).numbers.tallies = (_: string, __: string, find: () => Promise<unknown>) => find();
    const asked = (more: object) => readCommand(O.IndicatorsQuery, { period: '2023', ...more });
    const seen: { text: string; values: any[] }[] = [];
    const original = pool.query.bind(pool);
    const table = () => O.indicators(office, O.OPERATOR, asked({ asOf: office.today() }));
    await table();
    (pool as any).query = async (text: any, values: any) => { if (/belongs/.test(text)) seen.push({ text, values }); return original(text, values); };
    await table();
    (pool as any).query = original;
    const min = async (name: string, f: () => Promise<unknown>, n = 15) => { let m = 1e9; for (let i = 0; i < n; i++) { const b = performance.now(); await f(); m = Math.min(m, performance.now() - b); } console.log(name, m.toFixed(1)); };
    await min('bare1', () => original(`select unit, count(*) filter (where signed_on between '2023-01-01' and '2023-12-31') as signed,
     sum(contracted) filter (where signed_on between '2023-01-01' and '2023-12-31') as amount,
     count(*) filter (where start_on between '2023-01-01' and '2023-12-31') as started
   from counted_span_today group by unit`));
    await min('bare2', () => original(`select p.unit, sum(a.amount) from counted_span_today p join arrival_span a using (project_id)
   where a.to_pos = 9223372036854775807
     and a.on_day between '2023-01-01' and '2023-12-31' and a.certified_on <= '2023-12-31' group by p.unit`));
    await min('scan', () => original(`select count(*) from counted_span_today where signed_on < '1900-01-01'`));
    for (const s of seen) await min(/arrival_span/.test(s.text) ? 'arrivals' : 'projects', () => original(s.text, s.values));
    await min('table', table);
    const c = process.cpuUsage(); for (let i = 0; i < 5; i++) await table(); const d = process.cpuUsage(c); console.log('node cpu', (d.user + d.system) / 5000);
    const nz = seen.find((s) => !/arrival_span/.test(s.text))!;
    console.log((await original(`select belongs, sum(count::int) from (${nz.text}) x group by 1 order by 2 desc`, nz.values)).rows);
  } finally { await close(); }
};
main();
