import { imported } from './imported.ts';

// What no field takes is kept with the project, from each of its sheets.

it('columns without a field are kept from the sheet of leads and of projects, each once, and not from that of arrivals', async () => {
  const { of } = await imported({
    线索: {
      rows: [
        ['项目名称', '投资方', '线索来源', '跟进口号', '备注甲'],
        ['芯片项目', '德芯公司', '商会推荐', '快', '线索说'],
      ],
    },
    签约: {
      rows: [
        ['项目名称', '投资方', '签约时间', '总投资（万元）', '门牌颜色', '备注甲'],
        ['芯片项目', '德芯公司', '2024-01-05', 5_000, '蓝', '签约说'],
      ],
    },
    到位: {
      rows: [
        ['项目名称', '到账日期', '到账金额（万元）', '凭证颜色'],
        ['芯片项目', '2024-05-01', 70, '红'],
      ],
    },
  });
  expect(of('芯片项目').extra).toEqual({ 跟进口号: '快', 备注甲: '线索说', '备注甲（2）': '签约说', 门牌颜色: '蓝' });
});
