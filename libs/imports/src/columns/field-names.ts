import type { Origin, Sentence } from '#domain';

export type SheetKind = 'projects' | 'arrivals' | 'progress' | 'leads' | 'targets' | 'notes';

/**
 * What a column can be. `day` a fact's day, `plan` a day that lies ahead by nature, `money` an amount, `id` a number that tells one thing from another,
 * `text` words that become part of a fact, `kept` words or figures that no fact has a place for: kept with the project under their own header.
 */
export type FieldNature = 'day' | 'plan' | 'money' | 'id' | 'text' | 'kept';

const field = <N extends FieldNature>(nature: N, zh: string, en: string) => ({ nature, zh, en });

/** Every field, in the order in which a person looks for it. The names are those of saved mappings, the words those of the page. */
// prettier-ignore
export const FIELDS = {
  sequence: field('kept', '序号', 'sequence'),
  code: field('id', '项目编号', 'project number'), name: field('text', '项目名称', 'project name'),
  nationalCode: field('id', '国家项目代码', 'national project code'), contractNo: field('id', '合同编号', 'contract number'),
  investor: field('text', '投资方', 'investor'), foreignInvestor: field('text', '外方投资方', 'foreign party'), domesticInvestor: field('text', '中方投资方', 'domestic party'),
  projectCompany: field('kept', '项目公司', 'project company'), creditCode: field('id', '统一社会信用代码', 'unified social credit code'), investorKind: field('text', '投资方类型', 'kind of investor'),
  origin: field('text', '投资方所在地', 'region of origin'), originProvince: field('text', '投资方所在省', 'province of origin'), originCity: field('text', '投资方所在市', 'city of origin'),
  originCountry: field('text', '投资国别', 'country of origin'),
  region: field('text', '落地区域', 'host region'), industry: field('text', '行业', 'industry'), industryGroup: field('text', '行业大类', 'industry, upper level'), industryPart: field('text', '行业中类', 'industry, middle level'),
  chain: field('text', '产业链', 'industry chain'), leading: field('text', '主导产业', 'leading industry'), emerging: field('text', '新兴产业', 'emerging industry'), tag: field('text', '标签（是/否）', 'tag (yes or no)'),
  unit: field('text', '责任单位', 'owner unit'), leader: field('text', '包保领导', 'responsible leader'), steward: field('text', '项目管家', 'steward'), liaison: field('text', '联络员', 'liaison'),
  contact: field('kept', '企业联系人', 'contact of the firm'), contactPhone: field('kept', '企业联系方式', 'telephone of the firm'), filledBy: field('kept', '填报人', 'filled in by'), filledPhone: field('kept', '填报人电话', 'telephone of who filled it in'),
  knownOn: field('day', '建档日期', 'known since'), receivedOn: field('day', '接收日期', 'received on'), sourceChannel: field('text', '信息来源', 'source channel'),
  acknowledgedOn: field('day', '签收日期', 'acknowledged on'), screenedOn: field('day', '研判日期', 'screened on'), screenResult: field('text', '研判结果', 'result of screening'), fedBackOn: field('day', '反馈日期', 'fed back on'),
  openedOn: field('day', '洽谈开始日期', 'negotiation opened on'), negotiationClass: field('text', '洽谈类别', 'class of negotiation'), extendedOn: field('day', '延期批准日期', 'extended on'), extendedUntil: field('plan', '延期至', 'extended until'),
  reviewMeeting: field('text', '预审会次', 'pre-review meeting'), reviewOn: field('day', '预审日期', 'pre-reviewed on'), reviewResult: field('text', '预审结论', 'result of the pre-review'),
  droppedOn: field('day', '放弃日期', 'dropped on'), dropReason: field('text', '放弃原因', 'reason for dropping'), plannedSigning: field('text', '拟签约时间', 'planned signing'),
  agreementKind: field('text', '协议性质', 'kind of agreement'), frameworkOn: field('day', '框架协议签订日期', 'framework agreed on'), signedOn: field('day', '签约日期', 'signed on'), saidSigned: field('text', '是否签约', 'signed or not'), saidStarted: field('text', '是否开工', 'started or not'), saidEntered: field('text', '是否入库纳统', 'entered into statistics or not'), saidEnded: field('text', '是否终止', 'ended or not'), stage: field('text', '项目状态', 'state of the project'),
  contracted: field('money', '合同投资额', 'contracted investment'), fixedAssets: field('money', '其中固定资产投资', 'fixed-asset part'), intendedAmount: field('money', '意向投资额', 'intended amount'),
  contractedForeign: field('kept', '合同外资额', 'contracted foreign part'), registeredCapital: field('kept', '注册资本', 'registered capital'),
  landMode: field('text', '供地方式', 'land mode'), filingNumber: field('text', '合同备案号', 'filing number'), filedOn: field('day', '合同备案日期', 'filed on'),
  agreedStart: field('plan', '约定开工时间', 'agreed start'), plannedStart: field('plan', '计划开工时间', 'planned start'), changedStart: field('plan', '变更后约定开工时间', 'agreed start as changed'), changedOn: field('day', '变更日期', 'changed on'),
  startReportedOn: field('day', '开工申报日期', 'start reported on'), startOn: field('day', '认定开工日期', 'certified start'), startException: field('text', '先开工后签约的批准文件', 'paper for a start before the contract'),
  landedOn: field('day', '落地时间', 'landed on'), landedKind: field('text', '落地类别', 'kind of landing'),
  enteredOn: field('day', '入库纳统日期', 'entered into statistics on'), productionOn: field('day', '投产日期', 'production on'), completedOn: field('day', '竣工日期', 'completed on'),
  excuseOn: field('day', '正当理由认可日期', 'excuse accepted on'), excuseUntil: field('plan', '顺延至', 'excused until'), excuse: field('text', '正当理由', 'excuse'),
  holdFrom: field('day', '暂停日期', 'suspended on'), holdUntil: field('plan', '预计恢复日期', 'expected to resume'), holdReason: field('text', '暂停原因', 'reason for suspension'), resumedOn: field('day', '恢复日期', 'resumed on'),
  endedOn: field('day', '终止日期', 'terminated on'), endReason: field('text', '终止原因', 'reason for termination'),
  progress: field('text', '进展情况', 'progress'), progressOn: field('day', '进展日期', 'day of the progress line'), nextStep: field('text', '下一步', 'next step'), note: field('text', '备注', 'note'),
  voucher: field('id', '凭证号', 'voucher'), arrivedOn: field('day', '到账日期', 'arrived on'), amount: field('money', '到账金额', 'amount'),
  amountDomestic: field('money', '到位内资', 'domestic money'), amountOverseas: field('money', '到位外资', 'foreign money'), amountOutOfProvince: field('money', '省外到位资金', 'money from other provinces'),
  amountOutOfCity: field('money', '市外到位资金', 'money from other cities'), amountOutOfDistrict: field('money', '区外到位资金', 'money from other districts'), amountLocal: field('money', '区内到位资金', 'local money'),
  rate: field('text', '汇率', 'rate of exchange'), rateOn: field('day', '汇率日期', 'day of the rate'),
  arrivalKind: field('text', '款项种类', 'kind of money'), fundsOrigin: field('text', '资金来源', 'origin of the money'), certified: field('text', '是否核定', 'certified or not'), certifiedOn: field('day', '核定日期', 'certified on'),
  arrivedInMonth: field('money', '当月到位资金', 'arrived in the month'), arrivedThisMonth: field('kept', '本期到位资金', 'arrived in the period'), arrivedToDate: field('kept', '累计到位资金', 'arrived to date'), currency: field('text', '币种', 'currency'), amountUnit: field('text', '金额单位', 'unit of the amounts'),
  target: field('money', '目标', 'target'), issuer: field('text', '下达单位', 'issuer'), document: field('text', '文号', 'document number'),
} as const satisfies Record<string, { nature: FieldNature } & Sentence>;

export type FieldName = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[];
export const isFieldName = (text: string): text is FieldName => Object.hasOwn(FIELDS, text);
export const natureOf = (name: FieldName): FieldNature => FIELDS[name].nature;

/** Columns of one sheet that may all be the same field: each 是否 is a tag of its own, and progress and money may be told month by month. */
export const REPEATABLE: ReadonlySet<FieldName> = new Set<FieldName>(['tag', 'target', 'progress', 'arrivedInMonth']);

/** Amounts of an arrivals sheet, each with the boundary that its column stands for (libs/domain/README.md, "Metrics": origin boundary). */
export const ARRIVAL_AMOUNTS: Readonly<Partial<Record<FieldName, Origin | null>>> = {
  amount: null,
  amountDomestic: null,
  amountOverseas: 'overseas',
  amountOutOfProvince: 'out-of-province',
  amountOutOfCity: 'out-of-city',
  amountOutOfDistrict: 'out-of-district',
  amountLocal: 'local',
};

/** Days that decide what a project is: a cell of these that was not understood holds its row. */
export const DECIDING: ReadonlySet<FieldName> = new Set<FieldName>(['signedOn', 'startOn', 'endedOn', 'droppedOn']);
