import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { IsoDate } from '#domain';
import { memoryStore } from '#event-store';
import { importWorkbook } from '../import.ts';
import { candidatesOf } from '../plans/stored.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const folder = mkdtempSync(join(tmpdir(), 'ledgers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Bytes in use that nothing could give back. */
const live = (): number => {
  for (let time = 0; time < 2; time += 1) collect(); // buffers go with the second pass
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** A dry run of a ledger of sound rows, all different; the most live bytes at any batch, of judging and of deciding, above those before. */
const mostLive = async (rows: number): Promise<number> => {
  const path = join(folder, `${rows}.csv`);
  const line = (n: number): string =>
    `B${n},项目${n}号,投资方${n}有限公司,区域${n % 20},合${n},2022-03-${1 + (n % 28)},${1000 + (n % 9000)},2022-09-01,设备基础完成${n}段,2022-10-${1 + (n % 28)}`;
  writeFileSync(
    path,
    [
      '项目编号,项目名称,投资主体,落地区域,合同编号,签约日期,合同额（万元）,约定开工时间,进展情况,进展日期',
      ...Array.from({ length: rows }, (_, n) => line(n)),
    ].join('\n'),
  );
  await new Promise((turn) => {
    setImmediate(turn);
  }); // what the file's writing held is let go
  const before = live();
  let most = 0;
  const note = (): void => {
    most = Math.max(most, live() - before);
  };
  const { report } = await importWorkbook(
    { path, dryRun: true, today: '2026-11-25' as IsoDate, actor: { user: 'clerk', unit: null }, onProgress: note },
    {
      store: memoryStore(),
      stored: {
        find: async () => {
          note();
          return candidatesOf([]);
        },
        history: async () => [],
      },
      known: { regions: [], regionKinds: false, units: new Set() },
    },
  );
  expect(report.sheets[0]!.rows).toMatchObject({ read: rows, accepted: rows });
  return most;
};

describe('the memory of an import', () => {
  it('does not hold the rows: four thousand more cost a few numbers each', async () => {
    await mostLive(500); // what the code itself needs once
    const [short, long] = [await mostLive(1_000), await mostLive(5_000)];
    expect((long - short) / 4_000).toBeLessThan(1_000); // bytes a row; held as objects each would cost two thousand and more
  });
});
