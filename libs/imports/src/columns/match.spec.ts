import { kindOf } from './find-header.ts';
import { headerOf } from './headers.ts';

/** Headers as invented bureaus write them: what each must be read as; a blank means that no field is meant. */
const SHEETS: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  [
    'a county with a general list',
    'projects',
    {
      序号: 'sequence',
      '县（市、区）': 'region',
      项目名称: 'name',
      建设内容及规模: '',
      投资方全称: 'investor',
      '投资总额（万元）': 'contracted',
      签约时间: 'signedOn',
      签约方式: '',
      是否开工: 'saidStarted',
      开工时间: 'startOn',
      入库时间: 'enteredOn',
      '累计到位资金（万元）': 'arrivedToDate',
      推进情况: 'progress',
      责任领导: 'leader',
      责任单位: 'unit',
      备注: 'note',
    },
  ],
  [
    'a city with planned and real starts',
    'projects',
    {
      编号: 'code',
      '企业（项目）名称': 'name',
      客商来源地: 'origin',
      计划总投资: 'contracted',
      固定资产投资: 'fixedAssets',
      合同签订时间: 'signedOn',
      合同约定开工时间: 'agreedStart',
      实际开工时间: 'startOn',
      入统时间: 'enteredOn',
      投产时间: 'productionOn',
      招商单位: 'unit',
      包保县领导: 'leader',
      项目秘书: 'steward',
      供地方式: 'landMode',
    },
  ],
  [
    'a park',
    'projects',
    {
      项目代码: 'code',
      项目名称: 'name',
      投资商: 'investor',
      '引资额(亿元)': 'contracted',
      签约日期: 'signedOn',
      落户园区: 'region',
      用地性质: 'landMode',
      计划开工时间: 'plannedStart',
      开工日期: 'startOn',
      纳统日期: 'enteredOn',
      解约日期: 'endedOn',
      解约原因: 'endReason',
      首谈单位: 'unit',
    },
  ],
  [
    'a short list',
    'projects',
    {
      项目: 'name',
      投资主体: 'investor',
      签约日期: 'signedOn',
      '协议引资（亿元）': 'contracted',
      承诺开工: 'agreedStart',
      认定开工: 'startOn',
      终止日期: 'endedOn',
    },
  ],
  [
    'a supervision office',
    'projects',
    {
      台账编号: 'code',
      项目名称: 'name',
      所属乡镇: 'region',
      合同号: 'contractNo',
      签约时间: 'signedOn',
      '协议投资额（亿元）': 'contracted',
      变更前约定开工时间: 'agreedStart',
      变更后约定开工时间: 'changedStart',
      变更批准日期: 'changedOn',
      开工申报时间: 'startReportedOn',
      开工认定时间: 'startOn',
      纳入统计时间: 'enteredOn',
      中止时间: 'holdFrom',
      预计复工时间: 'holdUntil',
      中止原因: 'holdReason',
      顺延至: 'excuseUntil',
      顺延认定日期: 'excuseOn',
      顺延理由: 'excuse',
    },
  ],
  [
    'leads of a task unit',
    'leads',
    {
      线索名称: 'name',
      线索来源: 'sourceChannel',
      登记时间: 'receivedOn',
      提供单位: 'unit',
      投资意向方: 'investor',
      '预计投资额（亿元）': 'intendedAmount',
      签收时间: 'acknowledgedOn',
      研判时间: 'screenedOn',
      是否有价值: 'screenResult',
      反馈时间: 'fedBackOn',
      转入洽谈时间: 'openedOn',
    },
  ],
  [
    'leads of an out-posted team',
    'leads',
    {
      线索编号: 'code',
      线索标题: 'name',
      意向企业: 'investor',
      来源渠道: 'sourceChannel',
      收到日期: 'receivedOn',
      报送部门: 'unit',
      办理期限: '',
      签收日: 'acknowledgedOn',
      甄别日: 'screenedOn',
      甄别结论: 'screenResult',
      回复日: 'fedBackOn',
      洽谈开始日: 'openedOn',
      项目级别: 'negotiationClass',
      延期至: 'extendedUntil',
      延期审批日: 'extendedOn',
      终止洽谈日期: 'droppedOn',
    },
  ],
  [
    'arrivals by bank receipt',
    'arrivals',
    {
      到账日期: 'arrivedOn',
      项目名称: 'name',
      投资企业: 'investor',
      '到账金额(万元)': 'amount',
      资金类别: 'arrivalKind',
      来源: 'fundsOrigin',
      银行回单号: 'voucher',
      是否核定: 'certified',
    },
  ],
  [
    'arrivals with currencies',
    'arrivals',
    {
      项目编码: 'code',
      到位时间: 'arrivedOn',
      到位金额: 'amount',
      币种: 'currency',
      资金性质: 'arrivalKind',
      资金来源地: 'fundsOrigin',
      凭证号: 'voucher',
      认定状态: 'certified',
    },
  ],
  [
    'weekly lines',
    'progress',
    { 时间: 'progressOn', 项目编号: 'code', 工作进展情况: 'progress', 下步打算: 'nextStep' },
  ],
  [
    'monthly lines',
    'progress',
    { 项目编号: 'code', 进展日期: 'progressOn', 进展内容: 'progress', 下一步工作: 'nextStep', 下一步时间: '' },
  ],
  ['targets', 'targets', { 单位: 'unit', '年度目标任务（亿元）': 'target', 下达文件: '' }],
  ['no table', 'notes', { 说明: '', 填报要求: '' }],
];

it.each(SHEETS)('reads the headers of %s', (_name, kind, columns) => {
  const found = kindOf(Object.keys(columns).map((text, column) => headerOf(column, text)));
  expect(found.kind).toBe(kind);
  expect(
    Object.fromEntries(
      Object.keys(columns).map((header, column) => [
        header,
        kind === 'notes' ? '' : (found.columns.find((one) => one.column === column)?.field ?? ''),
      ]),
    ),
  ).toEqual(columns);
});

it('reads a vague header together with the group above it', () => {
  const found = kindOf([
    headerOf(0, '名称', '项目'),
    headerOf(1, '时间', '签约'),
    headerOf(2, '金额（亿元）', '签约'),
    headerOf(3, '编号', '合同'),
    headerOf(4, '约定', '开工'),
  ]);
  const fields = Object.fromEntries(found.columns.map(({ column, field }) => [column, field]));
  expect([found.kind, fields[0], fields[1], fields[2], fields[3]]).toEqual([
    'projects',
    'name',
    'signedOn',
    'contracted',
    'contractNo',
  ]);
});
