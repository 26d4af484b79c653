import type { MetricKey } from '../metrics/metrics.ts';
import type { FunnelStage, StartReason } from '../metrics/steps.ts';
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
  backlog: w('签约未开工项目数', 'Signed, not started'),
  'backlog-cleared': w('签约未开工销号率', 'Backlog cleared'),
  leads: w('线索数', 'Leads reported'),
  'valuable-information-rate': w('有效信息率', 'Valuable-information rate'),
  'pre-review-pass-rate': w('预审通过率', 'Pre-review pass rate'),
  entered: w('入库项目数', 'Projects in the statistics'),
  'outreach-days': w('外出招商天数', 'Days of outreach'),
  'firms-visited': w('走访企业数', 'Firms visited'),
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
