import type { Condition, Countable, Filter, MetricKey, Window } from '../metrics/metrics.ts';
import type { FunnelStage, StartReason } from '../metrics/steps.ts';
import { COLUMN_WORDS } from './columns.ts';
import { w, type Words } from './sentence.ts';

/** What each metric is called, in tables and documents. */
export const METRIC_WORDS: Words<MetricKey> = {
  signed: w('签约项目数', 'Projects signed'),
  'signed-amount': w('签约额', 'Amount signed'),
  started: w('开工项目数', 'Projects started'),
  'started-amount': w('开工项目投资额', 'Investment of projects started'),
  'start-rate': w('新签约项目开工率', 'Start rate of new signings'),
  'three-year-start-rate': w('三年开工率', 'Three-year start rate'),
  'funds-in-place-rate': w('资金到位率', 'Funds-in-place rate'),
  'domestic-arrived': w('到位内资', 'Domestic funds arrived'),
  'foreign-arrived': w('到位外资', 'Foreign funds arrived'),
  'new-project-arrived': w('当年新签约项目到位资金', 'Funds arrived on this year’s signings'),
  'carried-over-arrived': w('续建项目到位资金', 'Funds arrived on earlier signings'),
  'all-arrived': w('到位资金', 'Funds arrived'),
  backlog: w('签约未开工项目数', 'Signed, not started'),
  'backlog-cleared': w('签约未开工销号率', 'Backlog cleared'),
  leads: w('线索数', 'Leads reported'),
  'valuable-information-rate': w('有效信息率', 'Valuable-information rate'),
  'pre-review-pass-rate': w('预审通过率', 'Pre-review pass rate'),
  entered: w('入库项目数', 'Projects in the statistics'),
  'outreach-days': w('外出招商天数', 'Days of outreach'),
  'firms-visited': w('走访企业数', 'Firms visited'),
};

/** Of what metrics are made: what is counted, on which days, and which of it. */
export const COUNTABLE_WORDS: Words<Countable> = {
  lead: w('线索', 'Leads'),
  'pre-review': w('预审', 'Pre-reviews'),
  signing: w('签约', 'Signings'),
  start: w('认定开工', 'Certified starts'),
  entry: w('入库纳统', 'Statistical entries'),
  arrival: w('到位资金', 'Arrived funds'),
  backlog: w('签约未开工', 'Signed, not started'),
  outreach: w('招商活动', 'Outreach'),
};
export const WINDOW_WORDS: Words<Window> = {
  period: w('期间内', 'in the period'),
  cohort: w('口径所定期间（期间或当年）', 'in the period or its year, as the definition says'),
  'three-years': w('近三年（含当年）', 'in this year and the two before'),
  'until-end': w('截至期末累计', 'up to the end of the period'),
  'at-end': w('期末', 'at the end of the period'),
  'at-beginning': w('期初', 'at the beginning of the period'),
};
export const CONDITION_WORDS: Words<Condition> = {
  started: w('已认定开工', 'whose start is certified'),
  valuable: w('研判为有价值', 'screened as valuable'),
  passed: w('预审通过', 'that passed'),
  domestic: w('内资', 'from within the country'),
  foreign: w('外资', 'from abroad'),
  'signed-in-window': w('口径所定期间签约的项目', 'on projects signed in the period that the definition names'),
  'signed-this-year': w('当年签约的项目', 'on projects signed this year'),
  'signed-earlier': w('往年签约的项目', 'on projects signed in earlier years'),
  trip: w('外出的每一天', 'each day of a trip'),
  firm: w('走访企业', 'to a firm'),
  received: w('接待企业', 'of a firm received'),
};

/** What a metric of the bureau's own may be narrowed by. */
export const FILTER_WORDS: Words<Filter['field']> = {
  unit: COLUMN_WORDS.unit,
  region: COLUMN_WORDS.region,
  chain: COLUMN_WORDS.chain,
  industry: COLUMN_WORDS.industry,
  tags: COLUMN_WORDS.tags,
  landMode: COLUMN_WORDS.landMode,
  origin: COLUMN_WORDS.origin,
  responsible: COLUMN_WORDS.responsible,
  steward: COLUMN_WORDS.steward,
  contracted: COLUMN_WORDS.contracted,
  fixedAssets: COLUMN_WORDS.fixedAssets,
};

/** Why a start is expected, or none. */
export const START_REASON_WORDS: Words<StartReason> = {
  reported: w('已上报开工，待认定', 'The start is reported and waits for its certification'),
  planned: w('有计划开工日期', 'A start is planned'),
  agreed: w('合同约定的开工日期未到', 'The contract names a day that lies ahead'),
  'usual-time': w('按签约到开工的通常用时推算', 'By the usual time from signing to start'),
  'on-hold': w('暂停中，不作预期', 'On hold: none is expected'),
  overdue: w('各项日期均已过，不作预期', 'Every day named has passed: none is expected'),
};

export const FUNNEL_WORDS: Words<FunnelStage> = {
  lead: w('登记', 'Registered'),
  negotiation: w('洽谈', 'In negotiation'),
  signing: w('签约', 'Signed'),
  start: w('开工', 'Started'),
  entry: w('入库', 'In the statistics'),
  funding: w('资金到位', 'Funds arrived'),
};
