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
    const min = async (name: string, f: () => Promise<unknown>, n = 20) => { let m = 1e9; for (let i = 0; i < n; i++) { const b = performance.now(); await f(); m = Math.min(m, performance.now() - b); } console.log(name, m.toFixed(1)); };
    const p = seen.find((s) => !/arrival_span/.test(s.text))!;
    const a = seen.find((s) => /arrival_span/.test(s.text))!;
    const v2 = (t: string) => t.replace(/then (\d+) else 0 end::bigint/g, 'then $1::bigint else 0::bigint end');
    await min('p', () => original(p.text, p.values));
    await min('p v2', () => original(v2(p.text), p.values));
    await min('p v2 no group', () => original(v2(p.text).replace(/select key, currency, belongs, count.*from \(/, 'select count(*), sum(amount), max(belongs) from (').replace('group by key, currency, belongs', ''), p.values));
    await min('p v2 only group', () => original(`select unit, currency, phase, count(*), sum(contracted) from counted_span_today group by 1, 2, 3`));
    await min('p v2 group no sum', () => original(`select unit, currency, phase, count(*) from counted_span_today group by 1, 2, 3`));
    await min('scan text', () => original(`select count(unit), count(currency), count(contracted) from counted_span_today`));
    await min('scan early', () => original(`select count(project_id), count(from_day) from counted_span_today`));
    await min('a', () => original(a.text, a.values));
    await min('a v2', () => original(v2(a.text), a.values));
    await min('a v2 period', () => original(v2(a.text).replace(/case when true and counts.*?end \| /, '').replace(') as row', ` where on_day between '2023-01-01' and '2023-12-31' and $2::date = $2 and $3::date = $3) as row`), a.values));
    await min('a v2 cohort', () => original(v2(a.text).replace(/ \| case when on_day.*as belongs/, ' as belongs').replace(') as row', ` where counts and signed_on between '2023-01-01' and '2023-12-31' and ($4::date = $5 or $6::date=$7 or $8::date = $9 or $11::date=$12 or $10::int=$13) is not null ) as row`), a.values));
    console.log((await original('explain (analyze) ' + v2(a.text).replace(/ \| case when on_day.*as belongs/, ' as belongs').replace(') as row', ` where counts and signed_on between '2023-01-01' and '2023-12-31' and ($4::date = $5 or $6::date=$7 or $8::date = $9 or $11::date=$12 or $10::int=$13) is not null ) as row`), a.values)).rows.map((r: any) => r['QUERY PLAN']).join('\n').slice(0, 3000));
  } catch (e) { console.log(e) } finally { await close(); }
};
main();
