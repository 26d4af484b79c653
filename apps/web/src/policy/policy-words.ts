import { w, type Sentence } from '../words/sentence.ts';

/** The words of the pages on rules, beside those of WORDS. */
export const POLICY_WORDS = {
  rules: w('规则', 'Rules'),
  policyPage: w('时限规则', 'Policy'),
  version: w('版本', 'Version'),
  inForceNow: w('现行', 'in force'),
  toCome: w('尚未生效', 'not yet in force'),
  validFrom: w('生效日期', 'In force from'),
  shipped: w('随软件发布的默认规则', 'the default that the software ships with'),
  drafts: w('草案', 'Drafts'),
  draft: w('草案', 'Draft'),
  noDrafts: w(
    '没有草案。修改规则先起草，用历史推演过再发布。',
    'No drafts. A change is drafted first, laid over the past, then published.',
  ),
  startDraft: w('起草修改', 'Draft a change'),
  draftedBy: w('起草', 'Drafted'),
  publishedAs: w('已发布为第', 'published as version '),
  notPublished: w('未发布', 'not published'),
  generalNumbers: w('通用数值', 'General numbers'),
  clocksOfPolicy: w('各项时限', 'Clocks'),
  clockLength: w('时长', 'Length'),
  ownColours: w('自有颜色', 'Colours of its own'),
  hold: w('项目暂停时', 'While the project is suspended'),
  stands: w('停表', 'stands still'),
  runsOn: w('照走', 'runs on'),
  generalScale: w('按通用颜色', 'the general scale'),
  ladder: w('督办层级', 'Escalation ladder'),
  when: w('何时', 'When'),
  ladderAbout: w(
    '每一级只发一次；颜色指该时限自己的颜色。',
    'Each rung is issued once; a colour is that of the clock itself.',
  ),
  addRung: w('添加一级', 'Add a rung'),
  removeRung: w('删除这一级', 'Remove this rung'),
  addColour: w('添加自有颜色', 'Add a colour of its own'),
  ownColoursAbout: w(
    '有自有颜色的时限不再用通用颜色。',
    'A clock with colours of its own does not use the general scale.',
  ),
  draftNote: w('说明（为什么改）', 'What it is for'),
  saveDraft: w('存为草案', 'Save as a draft'),
  savedDraft: w('草案已保存，尚未生效', 'The draft is saved; it counts for nothing yet'),
  draftAbout: w(
    '草案不影响任何颜色和提醒，发布后才生效。',
    'A draft changes no colour and no notice until it is published.',
  ),
  changesOfDraft: w('与现行规则相比', 'Compared with the policy in force'),
  noChanges: w('与现行规则没有差别。', 'Nothing differs from the policy in force.'),
  what: w('内容', 'What'),
  before: w('原来', 'Before'),
  after: w('改后', 'After'),
  editAgain: w('在此基础上再改', 'Change it further'),
  publishDraft: w('发布', 'Publish'),
  publishAbout: w(
    '发布后，自生效日起的颜色、清单和提醒都按新规则计算；已经发出的提醒和督办件不变。发布不能撤回，只能再发布新的一版。',
    'From its first day on, colours, lists and notices follow the new policy; what was issued stays. A publication is not taken back: a further version replaces it.',
  ),
  replay: w('用历史推演', 'Lay it over the past'),
  replayAbout: w(
    '把草案放到过去这些天：哪些项目会变色、被提醒、进出停滞清单、到期日会变，哪些督办件、问题和会议任务会改提醒。已定的回复和办结期限不变。',
    'As if the draft had been in force on these days: which projects would have another colour, be told, be listed, be due otherwise, and which orders, issues and meetings would be told of otherwise. Days that were given stand.',
  ),
  replaying: w('正在推演', 'Working through the past'),
  stop: w('停止', 'Stop'),
  seconds: w('秒', 's'),
  stopped: w('已停止推演。', 'Stopped.'),
  noDifference: w(
    '没有差别：没有任何项目变色、改提醒、进出清单或改到期日，督办件、问题和会议任务的提醒也不变。',
    'No difference: no project would be coloured, told, listed or due otherwise, and no order, issue or meeting told otherwise.',
  ),
  wouldChange: w('有变化', 'would change'),
  mattersDiffer: w('件督办、问题或会议任务改提醒', 'among orders, issues and meetings told otherwise'),
  onDays: w('日期', 'On'),
  onward: w('起', 'onward'),
  firstOnly: w('只列出前', 'Only the first are listed: '),
  nobody: w('不提醒', 'no notice'),
  noDay: w('无到期日', 'no due day'),
  notListed: w('不在清单', 'not listed'),
  noColour: w('无颜色', 'no colour'),
  listedAs: w('在停滞清单', 'on the list of stalled projects'),
  mayNotKeep: w(
    '您可以查看规则；修改由规则管理员办理。',
    'You may look at the rules; who keeps the policy changes them.',
  ),
  notFoundHere: w('没有这一项。', 'There is no such entry.'),
  chooseFields: w('请更正标红的项目', 'Correct what is marked'),
} as const satisfies Record<string, Sentence>;

export const WHAT_DIFFERS: Record<string, Sentence> = {
  colour: w('颜色', 'Colour'),
  notice: w('提醒', 'Notices'),
  list: w('清单', 'List'),
  due: w('到期日', 'Due day'),
};
export const LENGTH_UNITS: Record<string, Sentence> = {
  days: w('天', 'days'),
  'working-days': w('个工作日', 'working days'),
  months: w('个月', 'months'),
};
export const OWN_COLOURS: Record<string, Sentence> = {
  blueAfter: w('蓝', 'blue'),
  yellow: w('黄', 'yellow'),
  orange: w('橙', 'orange'),
  red: w('红', 'red'),
  withdrawal: w('退出（收回）预警', 'withdrawal or recovery warning'),
};
/** Where the day of a clock comes from when it has no length (libs/domain/README.md, "Clocks"). */
export const DAY_FROM: Record<string, Sentence> = {
  'lead-response': w('见“线索办理”各步', 'see the steps of a lead'),
  'agreed-start': w('合同约定的开工日期', 'the start agreed in the contract'),
  'start-floor': w('签约次年 3 月 31 日', '31 March of the year after the signing'),
  issue: w('交办时按层级确定', 'by its level, when it is assigned'),
  'order-reply': w('督办件上写明', 'stated in the order'),
};
