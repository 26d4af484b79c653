/** What a column of a drawn ledger tells. */
export type Told =
  | 'sequence'
  | 'code'
  | 'name'
  | 'investor'
  | 'industry'
  | 'region'
  | 'unit'
  | 'leader'
  | 'signedOn'
  | 'contracted'
  | 'fixedAssets'
  | 'agreedStart'
  | 'startOn'
  | 'productionOn'
  | 'progress'
  | 'remark';

/** How bureaus head such a column. */
// prettier-ignore
export const WORDS: Readonly<Record<Told, readonly string[]>> = {
  sequence: ['序号', '序 号', 'No.'],
  code: ['项目编号', '编号', '台账编号', '项目编码', '项目代码', '台账号'],
  name: ['项目名称', '招商项目', '项目全称', '签约项目名称', '项 目 名 称', '招商项目名称', '引进项目名称', '项目', '名称', '项目名称（全称）'],
  investor: ['投资方', '投资主体', '投资企业名称', '投资商', '签约主体', '投资方名称', '投资企业', '企业名称', '投资单位', '客商名称', '投资者', '投资公司', '引资企业', '投资方（企业名称）', '投资主体（企业）', '业主单位', '招引企业', '合作企业'],
  industry: ['行业', '产业类别', '所属行业', '行业类别', '产业类型', '所属产业', '行业分类'],
  region: ['落地区域', '所属乡镇', '所在县区', '属地', '落户园区', '承接地', '落地园区', '所属镇街', '落户地', '项目所在地', '建设地点', '县（市、区）', '县市区', '乡镇（街道）', '落户地点', '所在园区', '落地地点', '承载园区', '所在乡镇', '区域'],
  unit: ['责任单位', '牵头单位', '引进单位', '招商单位', '责任部门', '招引单位', '首谈单位', '项目责任单位', '牵头部门', '包联单位', '跟踪单位', '服务单位', '引荐单位', '招引部门'],
  leader: ['包保领导', '责任领导', '包联领导', '联系领导', '挂钩领导', '牵头领导', '包抓领导', '分管领导', '县级领导', '挂联领导', '挂包领导', '包保县领导', '联系县领导', '县级包联领导'],
  signedOn: ['签约时间', '签约日期', '签订日期', '合同签订时间', '协议签订日期', '签订时间', '正式签约时间', '签约日', '签署日期', '签约年月', '合同签约时间', '签约\n时间'],
  contracted: ['合同额', '投资总额', '协议投资额', '签约金额', '合同总投资', '计划总投资', '总投资', '总投资额', '协议总投资', '项目总投资', '合同投资额', '投资额', '签约额', '合同金额', '协议资金', '计划投资总额', '签约投资额', '合同引资额', '投资规模', '协议引资额', '项目投资总额', '签约资金'],
  fixedAssets: ['其中：固定资产投资', '固定资产投资', '固投', '固定资产投资额', '其中固投', '其中：固投'],
  agreedStart: ['约定开工时间', '合同约定开工时间', '约定开工日期', '承诺开工时间', '协议约定开工时间'],
  startOn: ['开工时间', '认定开工时间', '实际开工日期', '开工认定日期', '开工日期', '动工时间', '实际开工时间', '开工年月', '开工（认定）时间'],
  productionOn: ['投产时间', '投产日期', '建成投产时间', '竣工投产时间', '实际投产时间', '投产年月'],
  progress: ['进展情况', '项目进展', '最新进展', '推进情况', '目前进展', '当前进展情况', '项目进展情况', '工作进展', '项目推进情况', '形象进度', '工作进展情况', '目前进展情况'],
  remark: ['建设内容', '用能情况', '亩均税收', '主要产品', '建设规模及内容', '需协调解决的问题', '占地面积（亩）'],
};

/** Of negotiations, what is meant to be invested. */
export const INTENDED = [
  '意向投资额',
  '拟投资额',
  '预计总投资',
  '拟投资总额',
  '意向总投资',
  '投资额',
  '总投资',
  '计划投资',
  '预计投资额',
  '拟总投资',
];

/** The groups that stand over columns, and names that mean something only under them. */
export const GROUPS: readonly { readonly name: readonly string[]; readonly of: readonly Told[] }[] = [
  {
    name: ['项目基本情况', '基本信息', '项目概况', '项目信息'],
    of: ['code', 'name', 'investor', 'industry', 'region'],
  },
  { name: ['投资情况', '投资规模', '投资额'], of: ['contracted', 'fixedAssets'] },
  {
    name: ['时间节点', '落地情况', '项目节点', '推进节点'],
    of: ['signedOn', 'agreedStart', 'startOn', 'productionOn'],
  },
  { name: ['责任落实', '包保情况', '责任分工'], of: ['unit', 'leader'] },
];
export const VAGUE: Readonly<Partial<Record<Told, readonly [group: string, own: string]>>> = {
  signedOn: ['签约', '时间'],
  startOn: ['开工', '时间'],
  productionOn: ['投产', '日期'],
  contracted: ['总投资', '金额'],
  agreedStart: ['约定开工', '时间'],
};
