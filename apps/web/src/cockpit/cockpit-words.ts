import { counted } from '../words/counted.ts';
import { w, type Sentence } from '../words/sentence.ts';

export const COCKPIT_WORDS = {
  cockpit: w('驾驶舱', 'Cockpit'),
  wholePicture: w('全局', 'The whole'),
  wall: w('大屏', 'Wall'),
  leaveWall: w('退出大屏', 'Leave the wall'),
  dataAt: w('数据时间', 'Data of'),
  liveProjects: w('在办项目', 'Live projects'),
  fiveColours: w('五色', 'Five colours'),
  fiveLists: w('五份清单', 'Five lists'),
  byYear: w('签约未开工 · 按签约年份', 'Signed, not started · by year of signing'),
  byAge: w('签约未开工 · 按签约时长', 'Signed, not started · by time since signing'),
  sinceSigning: w('签约至今', 'Since signing'),
  nearlyDue: w('今后五周', 'The next five weeks'),
  week2: w('周', 'Week'),
  clocksDue: w('到期', 'Due'),
  turnRed: w('转红', 'Turn red'),
  conversion: w('签约项目转化', 'What became of signings'),
  step: w('环节', 'Step'),
  ofSigned: w('占签约', 'of signed'),
  trend: w('近 13 个月', 'The last 13 months'),
  signedYi: w('签约额（亿元）', 'Signed (亿元)'),
  arrivedYi: w('到位内资（亿元）', 'Domestic funds arrived (亿元)'),
  startedCount: w('开工（个）', 'Started'),
  signedSum: w('签约额', 'Signed'),
  domesticArrived: w('到位内资', 'Domestic funds'),
  startRate: w('开工率', 'Start rate'),
  backlogCount: w('签约未开工', 'Not started'),
  ranking: w('单位排名', 'Ranking of units'),
  rank: w('名次', 'Rank'),
  yearOf: w('年度', 'Year'),
  targetsOfYear: w('任务完成', 'Targets'),
  noTargets: w('今年还没有下达任务', 'No targets are set for this year yet'),
  noTargetsHint: w(
    '导入任务表或逐项录入后，完成进度列在这里。',
    'Once targets are imported or entered, their progress stands here.',
  ),
  dueByNow: w('序时进度', 'Due by now'),
  done2: w('完成', 'done'),
  shortBy: w('差', 'short by'),
  points: w('个百分点', 'percentage points'),
  allIndicators: w('全部指标', 'All indicators'),
  noProjectsYet: w('还没有项目', 'No projects yet'),
  noProjectsHint: w(
    '导入台账或登记线索后，这里显示全局情况。',
    'Once a ledger is imported or a lead registered, the whole stands here.',
  ),
  wholeInstead: w('查看全局', 'See the whole'),
  nothingHere: w('所选范围内没有项目', 'There is no project in what is chosen'),
} as const satisfies Record<string, Sentence>;

const MONTHS = w('个月', 'months');
/** How long ago a band of signings lies. */
export const ageWords = (fromMonths: number, toMonths: number | null): Sentence => {
  if (toMonths === null) return w(`${fromMonths} 个月以上`, `over ${counted(fromMonths, MONTHS).en}`);
  return fromMonths === 0
    ? w(`不满 ${toMonths} 个月`, `under ${counted(toMonths, MONTHS).en}`)
    : w(`${fromMonths}–${toMonths} 个月`, `${fromMonths}–${toMonths} months`);
};
export const yearWords = (year: number, earlier: boolean): Sentence =>
  earlier ? w(`${year} 年及以前`, `${year} and before`) : w(`${year} 年`, String(year));

/** The steps after signing, in their order. */
export const STEP_NAMES: readonly Sentence[] = [
  w('签约', 'Signed'),
  w('开工', 'Started'),
  w('入库', 'Entered'),
  w('资金到位', 'Funded'),
];
