import { open, timed } from './open.ts';
import { readCommand } from '#domain';
import * as O from '#office';
const { indicators, IndicatorsQuery, FigureQuery, FiguresQuery, openFigure, OPERATOR, dwell, funnel, forecast } = O;
const main = async () => {
  const { pool, office, close, store } = await open();
  try {
    (office as any).numbers.tallies = (_: string, __: string, find: () => Promise<unknown>) => find();
    const asked = (more: object) => readCommand(IndicatorsQuery, { period: '2023', ...more });
    const run: Record<string, () => Promise<unknown>> = {
      today: () => indicators(office, OPERATOR, asked({ asOf: office.today() })),
      known: async () => indicators(office, OPERATOR, asked({}), { at: (await store.head()) / 2n }),
      opened: () => openFigure(office, OPERATOR, 'signed-amount', readCommand(FigureQuery, { period: '2023' })),
      dwell: () => dwell(office, OPERATOR, readCommand(FiguresQuery, { period: '2023' })),
      forecast: () => forecast(office, OPERATOR, readCommand(FiguresQuery, { period: '2023' })),
    };
    const f = run[process.argv[2]!]!;
    await f(); await f();
    const seen: { text: string; values: any[]; ms: number }[] = [];
    const original = pool.query.bind(pool);
    (pool as any).query = async (text: any, values: any) => { const b = performance.now(); const r = await original(text, values); seen.push({ text: typeof text === 'string' ? text : text.text, values: values ?? text.values, ms: performance.now() - b }); return r; };
    const c = process.cpuUsage(); const b = performance.now(); await f(); const d = process.cpuUsage(c);
    console.log('total', performance.now() - b, 'node cpu ms', (d.user + d.system) / 1000);
    for (const s of seen) {
      console.log('-----', s.ms.toFixed(1)); 
      if (s.ms > 40) { console.log(s.text.slice(0, 6000), JSON.stringify(s.values ?? []).slice(0,300)); 
        console.log((await original('explain (analyze, buffers, costs off) ' + s.text, s.values)).rows.map((r: any) => r['QUERY PLAN']).join('\n').slice(0, 4000)); }
      else console.log(s.text.slice(0, 150));
    }
  } finally { await close(); }
};
main();
