/** An invented district: every place, unit, firm and person here is made up. */
export const UNITS: readonly {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
}[] = [
  { code: 'QL', name: '青岚区招商局', kind: '招商机构', parent: null },
  { code: 'QL-DC', name: '青岚区督查室', kind: '督查机构', parent: 'QL' },
  { code: 'QL-1', name: '先进制造组', kind: '分组', parent: 'QL' },
  { code: 'QL-2', name: '现代服务组', kind: '分组', parent: 'QL' },
  { code: 'QL-GK', name: '高坎开发区管委会', kind: '任务单位', parent: 'QL-1' },
  { code: 'QL-YS', name: '云杉产业园管委会', kind: '任务单位', parent: 'QL-1' },
  { code: 'QL-BH', name: '白河镇人民政府', kind: '任务单位', parent: 'QL-1' },
  { code: 'QL-ST', name: '石塘镇人民政府', kind: '任务单位', parent: 'QL-1' },
  { code: 'QL-LX', name: '柳溪街道办事处', kind: '任务单位', parent: 'QL-2' },
  { code: 'QL-JX', name: '青岚区经信局', kind: '任务单位', parent: 'QL-2' },
  { code: 'QL-NY', name: '青岚区农业农村局', kind: '任务单位', parent: 'QL-2' },
  { code: 'R-GK', name: '高坎开发区', kind: '落地区域', parent: 'QL' },
  { code: 'R-YS', name: '云杉产业园', kind: '落地区域', parent: 'QL' },
  { code: 'R-BH', name: '白河镇', kind: '落地区域', parent: 'QL' },
  { code: 'R-ST', name: '石塘镇', kind: '落地区域', parent: 'QL' },
  { code: 'R-LX', name: '柳溪街道', kind: '落地区域', parent: 'QL' },
];
export const TASK_UNITS = UNITS.filter(({ kind }) => kind === '任务单位').map(({ name }) => name);
export const REGIONS = UNITS.filter(({ code }) => code.startsWith('R-')).map(({ name }) => name);
export const ORIGINS = ['广东', '浙江', '江苏', '上海', '福建', '山东', '北京', '湖北'] as const;
export const FIRMS = [
  '澄屿',
  '松岐',
  '霁川',
  '沐桐',
  '衡野',
  '砚洲',
  '禾曜',
  '景宸',
  '柏翊',
  '嘉岚',
  '恒屿',
  '闻溪',
  '昱辰',
  '乔木',
  '云栈',
  '铭轩',
  '瀚砺',
  '启澜',
  '望舒',
  '芷汀',
] as const;
export const BRANCHES: readonly {
  readonly chain: string;
  readonly industry: string;
  readonly firm: string;
  readonly products: readonly string[];
}[] = [
  {
    chain: '电子信息',
    industry: 'C制造业',
    firm: '电子',
    products: ['柔性电路板', '车载显示模组', '精密连接器', '传感器封装'],
  },
  {
    chain: '新能源汽车',
    industry: 'C制造业',
    firm: '汽车科技',
    products: ['动力电池箱体', '热管理部件', '轻量化底盘', '充电桩'],
  },
  {
    chain: '生物医药',
    industry: 'C制造业',
    firm: '生物',
    products: ['医用敷料', '体外诊断试剂', '中药提取', '康复器械'],
  },
  {
    chain: '新材料',
    industry: 'C制造业',
    firm: '新材料',
    products: ['铝合金型材', '改性塑料', '碳纤维制品', '功能涂料'],
  },
  {
    chain: '现代农业',
    industry: 'A农、林、牧、渔业',
    firm: '农业',
    products: ['预制菜加工', '菌菇工厂', '冷链仓储', '茶叶精制'],
  },
  {
    chain: '/',
    industry: 'L租赁和商务服务业',
    firm: '商务',
    products: ['区域总部', '数据标注基地', '跨境电商园', '研学营地'],
  },
];
export const SURNAMES = ['林', '沈', '顾', '陆', '程', '谢', '严', '秦', '罗', '白'] as const;
export const GIVEN = ['思远', '若谷', '清和', '知行', '明澈', '书言', '景行', '予安'] as const;
export const PROGRESS = [
  '完成现场踏勘',
  '环评报告编制中',
  '土地报批组卷',
  '厂房图纸会审',
  '专班上门服务',
  '设备订货',
  '桩基施工',
  '能评资料补正',
  '就用电容量会商',
] as const;
export const EXCUSES = ['汛期停工令', '考古勘探', '高压线迁改'] as const;
