import { createContext, useContext } from 'react';
import { counted } from './counted.ts';
import { MARKS } from './marks.ts';
import { w, type Sentence } from './sentence.ts';
import { DICTIONARY } from '../generated/words.ts';
import { APP_WORDS } from '../app/app-words.ts';
import { MEETING_WORDS } from '../meetings/meeting-words.ts';
import { AUDIT_WORDS } from '../audit/audit-words.ts';
import { BOARDS_WORDS } from '../boards/boards-words.ts';
import { BOARD_WORDS } from '../board/board-words.ts';
import { CALENDAR_WORDS } from '../calendar/calendar-words.ts';
import { CHART_WORDS } from '../charts/chart-words.ts';
import { COCKPIT_WORDS } from '../cockpit/cockpit-words.ts';
import { DEFINITION_WORDS } from '../definitions/definition-words.ts';
import { CHANNEL_WORDS } from '../channels/channel-words.ts';
import { FORM_WORDS } from '../parts/form/form-words.ts';
import { FORWARD_WORDS } from '../forward/forward-words.ts';
import { IMPORT_WORDS } from '../imports/import-words.ts';
import { PAST_IMPORT_WORDS } from '../imports/past-import-words.ts';
import { LAYOUT_WORDS } from '../layouts/layout-words.ts';
import { LIST_WORDS } from '../lists/list-words.ts';
import { NUMBERS_WORDS } from '../numbers/numbers-words.ts';
import { PAPER_WORDS } from '../papers/paper-words.ts';
import { PERIOD_WORDS } from '../periods/period-words.ts';
import { PEOPLE_WORDS } from '../people/people-words.ts';
import { PROJECT_WORDS } from '../projects/project-words.ts';
import { POLICY_WORDS } from '../policy/policy-words.ts';
import { REGION_WORDS } from '../regions/region-words.ts';
import { TEMPLATE_WORDS } from '../reports/template-words.ts';
import { TARGET_WORDS } from '../targets/target-words.ts';
import { TODAY_WORDS } from '../today/today-words.ts';
import { QUEUE_WORDS } from '../reminders/queue-words.ts';
import { SUPERVISION_WORDS } from './supervision-words.ts';

export type Language = 'zh' | 'en';
export type { Sentence } from './sentence.ts';
export const LanguageContext = createContext<{ language: Language; setLanguage: (to: Language) => void }>({
  language: 'zh',
  setLanguage: () => undefined,
});

/** Every word of the page, in both languages. */
export const WORDS = {
  ...APP_WORDS,
  ...FORM_WORDS,
  ...PROJECT_WORDS,
  ...PAPER_WORDS,
  ...LIST_WORDS,
  ...LAYOUT_WORDS,
  ...PEOPLE_WORDS,
  ...QUEUE_WORDS,
  ...SUPERVISION_WORDS,
  ...POLICY_WORDS,
  ...FORWARD_WORDS,
  ...CHANNEL_WORDS,
  ...CALENDAR_WORDS,
  ...IMPORT_WORDS,
  ...PAST_IMPORT_WORDS,
  ...AUDIT_WORDS,
  ...MEETING_WORDS,
  ...CHART_WORDS,
  ...COCKPIT_WORDS,
  ...NUMBERS_WORDS,
  ...PERIOD_WORDS,
  ...TARGET_WORDS,
  ...REGION_WORDS,
  ...BOARD_WORDS,
  ...BOARDS_WORDS,
  ...DEFINITION_WORDS,
  ...TEMPLATE_WORDS,
  ...TODAY_WORDS,
  product: w('落地', 'Luodi'),
  about: w('招商项目全周期督办', 'Investment projects, from lead to arrived funds'),
  signIn: w('登录', 'Sign in'),
  signOut: w('退出', 'Sign out'),
  user: w('用户名', 'User name'),
  password: w('密码', 'Password'),
  lists: w('清单', 'Lists'),
  importLedger: w('导入台账', 'Import a ledger'),
  search: w('搜索名称、编号、拼音首字母', 'Search name, code, pinyin initials'),
  all: w('全部', 'All'),
  colour: w('颜色', 'Colour'),
  code: w('编号', 'Code'),
  name: w('名称', 'Name'),
  unit: w('责任单位', 'Unit'),
  region: w('区域', 'Region'),
  phase: w('阶段', 'Phase'),
  signedOn: w('签约日期', 'Signed on'),
  contracted: w('合同额（万元）', 'Contracted (万元)'),
  age: w('签约已满月数', 'Months since signing'),
  clock: w('时限', 'Clock'),
  late: w('逾期（天）', 'Days late'),
  due: w('到期日', 'Due'),
  leader: w('包保领导', 'Responsible leader'),
  steward: w('项目管家', 'Steward'),
  nextStep: w('下一步', 'Next step'),
  reason: w('原因', 'Reason'),
  asOf: w('业务日期', 'As of'),
  today: w('今天', 'Today'),
  past: w('您正在查看过去的情况', 'You are looking at the past'),
  backToToday: w('回到今天', 'Back to today'),
  total: w('共', 'Total'),
  projects: w('个项目', 'projects'),
  more: w('显示更多', 'Show more'),
  wholeText: w('展开全文', 'Whole text'),
  firstLines: w('收起', 'First lines only'),
  nothing: w('没有符合条件的项目', 'No project matches'),
  nothingYet: w('还没有项目。先导入一份台账。', 'No projects yet. Import a ledger first.'),
  why: w('为什么是这个颜色', 'Why this colour'),
  policy: w('时限规则第', 'policy version '),
  started: w('起算', 'started by'),
  counted: w('期限', 'length'),
  pauses: w('暂停计时', 'paused'),
  holidays: w('节假日', 'holidays'),
  decides: w('决定颜色', 'decides'),
  noClock: w('没有在走的时限。', 'No clock is running.'),
  facts: w('基本情况', 'Facts'),
  investor: w('投资方', 'Investor'),
  agreedStart: w('约定开工', 'Agreed start'),
  startedOn: w('认定开工', 'Certified start'),
  entered: w('入库纳统', 'Statistical entry'),
  arrived: w('到位资金（万元）', 'Arrived funds (万元)'),
  history: w('全部记录', 'History'),
  doNow: w('现在可以办理', 'What can be done now'),
  submit: w('提交', 'Submit'),
  cancel: w('取消', 'Cancel'),
  done: w('已记录', 'Recorded'),
  required: w('必填', 'Required'),
  yes: w('是', 'Yes'),
  no: w('否', 'No'),
  add: w('添加一项', 'Add'),
  recordedAt: w('录入', 'recorded'),
  imported: w('导入', 'imported'),
  onPaper: w('依据', 'basis'),
  approvedBy: w('批准', 'approved by'),
  voided: w('已作废', 'voided'),
  corrected: w('已更正', 'corrected'),
  correct: w('更正', 'Correct'),
  voidIt: w('作废', 'Void'),
  back: w('返回', 'Back'),
  keyboard: w('按 / 搜索，j k 上下，x 选择，回车打开', '/ to search, j k to move, x to choose, Enter to open'),
  open: w('打开', 'Open'),
  occurredOn: w('发生日期', 'Occurred on'),
} as const satisfies Record<string, Sentence>;
export type Word = keyof typeof WORDS;

export const COLOURS = DICTIONARY.colours;
export type Colour = keyof typeof COLOURS;
export const isColour = (colour: string | null | undefined): colour is Colour =>
  colour != null && Object.hasOwn(COLOURS, colour);
export const PAINT: Record<Colour, string> = {
  red: 'var(--red)',
  orange: 'var(--orange)',
  yellow: 'var(--yellow)',
  blue: 'var(--blue)',
  green: 'var(--green)',
};

/** The domain's own words, one name for each thing (libs/domain/src/words). */
export const PHASES: Record<string, Sentence> = DICTIONARY.phases;
export const CLOCKS: Record<string, Sentence> = DICTIONARY.clocks;
export const EVENTS: Record<string, Sentence> = DICTIONARY.events;
export const COMMANDS: Record<string, Sentence> = DICTIONARY.commands;
export const useWords = () => {
  const { language, setLanguage } = useContext(LanguageContext);
  return {
    language,
    setLanguage,
    t: (word: Word): string => WORDS[word][language],
    /** A number with what it counts. */
    many: (count: number | string, word: Word): string => counted(count, WORDS[word])[language],
    marks: MARKS[language],
    say: (sentence: Sentence | undefined, otherwise = ''): string => sentence?.[language] ?? otherwise,
  };
};
