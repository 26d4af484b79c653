import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSampleLedger } from '../../apps/cli/src/sample/sample-ledger.ts';
import { imported, importedAnew, TODAY } from './imported.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'luodi-sample-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('the sample of the demonstration is read whole', async () => {
  const ledger = join(folder, 'sample.xlsx');
  await writeSampleLedger(ledger, TODAY);
  const { report } = await importedAnew(ledger);
  expect(report.sheets.map(({ sheet, kind }) => [sheet, kind]).slice(0, 4)).toEqual([
    ['线索登记', 'leads'],
    ['项目总台账', 'projects'],
    ['资金到账', 'arrivals'],
    ['进度填报', 'progress'],
  ]);
  expect(report.sheets.find(({ sheet }) => sheet === '资金到账')!.rows.read).toBeGreaterThan(80);
});

it('arrivals whose sources and uses read as labels are a table, however few they are', async () => {
  const heads = [
    '凭证编号',
    '项目编号',
    '项目名称',
    '进账时间',
    '本次到账（万元）',
    '款项用途',
    '资金来源',
    '核定情况',
  ];
  const { report } = await imported({
    项目: {
      rows: [
        ['项目编号', '项目名称', '签约日期', '合同额（万元）'],
        ['QL1', '轴承项目', '2025-01-15', 50000],
      ],
    },
    资金: {
      rows: [
        heads,
        ['银1号', 'QL1', '轴承项目', '2025-05-15', 2040, '厂房建设', '境外', '已核定'],
        ['银2号', 'QL1', '轴承项目', '2025-06-15', 5200, '设备采购', '省外', '已核定'],
        ['银3号', 'QL1', '轴承项目', '2025-07-15', 3250, '设备采购', '区外', '已核定'],
        ['银4号', 'QL1', '轴承项目', '2025-08-15', 1850, '土地款', '市外', '已核定'],
      ],
    },
  });
  expect(report.sheets[1]).toMatchObject({ kind: 'arrivals', rows: { read: 4, accepted: 4 } });
});
