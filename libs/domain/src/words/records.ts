import type { BoardEvent } from '../board/events.ts';
import type { BordersEvent } from '../borders/events.ts';
import type { LayoutEvent } from '../layout/events.ts';
import type { DefinitionEvent } from '../metrics/definitions.ts';
import type { DispatchEvent, MessageEvent, NoticeEvent, NoticeEvent02 } from '../notice/events.ts';
import type { PeriodEvent } from '../period/events.ts';
import type { PolicyEvent } from '../policy/events.ts';
import type { ReportEvent } from '../report/events.ts';
import type { TargetEvent } from '../target/events.ts';
import type { ViewEvent } from '../view/events.ts';
import { EVENT_WORDS } from './events.ts';
import { w, type Words } from './sentence.ts';

const RULES: Words<(PolicyEvent | DefinitionEvent | BoardEvent | TargetEvent | PeriodEvent | ReportEvent)['type']> = {
  PolicyDrafted: w('起草时限政策', 'Policy drafted'),
  PolicyPublished: w('发布时限政策', 'Policy published'),
  CalendarPublished: w('发布工作日历', 'Calendar published'),
  DefinitionDrafted: w('起草口径', 'Definition drafted'),
  DefinitionPublished: w('发布口径', 'Definition published'),
  BoardPublished: w('发布榜单规则', 'Board published'),
  BoardFrozen: w('公布榜单', 'Board posted'),
  TargetSet: w('下达目标', 'Target set'),
  TargetRevised: w('调整目标', 'Target revised'),
  PeriodClosed: w('月度结账', 'Month closed'),
  ReopeningAsked: w('申请重开月份', 'Reopening of a month asked for'),
  ReopeningRefused: w('不批准重开月份', 'Reopening of a month refused'),
  PeriodReopened: w('重开月份', 'Month reopened'),
  ReportFrozen: w('报表定稿', 'Report issued'),
  ReportTemplatePublished: w('发布报表模板', 'Report template published'),
};

const NOTICES: Words<(DispatchEvent | NoticeEvent | NoticeEvent02 | MessageEvent)['type']> = {
  NoticesDispatched: w('一批提醒处理完毕', 'Notices settled'),
  NoticeIssued: w('发出提醒（0.2 版）', 'Notice issued (0.2)'),
  NoticeMerged: w('并入另一提醒（0.2 版）', 'Notice merged (0.2)'),
  NoticeWithdrawn: w('撤回提醒（0.2 版）', 'Notice withdrawn (0.2)'),
  NoticesSuppressed: w('免发提醒（0.2 版）', 'Notices suppressed (0.2)'),
  NoticeAcknowledged: w('签收提醒', 'Notice acknowledged'),
  NoticeFellBack: w('改告他人', 'Told somebody else instead'),
  MessageStarted: w('开始发送消息', 'Message begun'),
  MessageAccepted: w('渠道已接收', 'Message accepted by the provider'),
  MessageRefused: w('渠道拒收', 'Message refused'),
};

const VIEWS: Words<ViewEvent['type']> = {
  ViewSaved: w('保存清单视图', 'View of a list saved'),
  ViewRemoved: w('删除清单视图', 'View of a list removed'),
};

const BORDERS: Words<BordersEvent['type']> = {
  BordersDrawn: w('导入区域边界', 'Borders of regions imported'),
  BordersRemoved: w('移除区域边界', 'Borders of regions removed'),
};

const LAYOUTS: Words<LayoutEvent['type']> = {
  LayoutPublished: w('发布导出版式', 'Export layout published'),
  LayoutRemoved: w('删除导出版式', 'Export layout removed'),
};

/** Facts of the installation itself: accounts, looks, channels, imports, numbers. */
const INSTALLATION = {
  AccountCreated: w('新建账号', 'Account created'),
  AccountChanged: w('变更账号', 'Account changed'),
  RoleGranted: w('授予角色', 'Role granted'),
  RoleRevoked: w('收回角色', 'Role revoked'),
  ScopeSet: w('设定可见范围', 'Scope set'),
  PasswordChanged: w('修改密码', 'Password changed'),
  AccountLocked: w('账号锁定（0.2 版）', 'Account locked (0.2)'),
  SignInSlowed: w('登录放缓', 'Sign-in slowed down'),
  AccountUnlocked: w('账号解锁', 'Account unlocked'),
  AccountDisabled: w('停用账号', 'Account disabled'),
  AccountEnabled: w('启用账号', 'Account enabled'),
  SignedIn: w('登录', 'Signed in'),
  TokenIssued: w('签发令牌', 'Token issued'),
  TokenRevoked: w('吊销令牌', 'Token revoked'),
  Looked: w('查看', 'Looked at'),
  ChannelConfigured: w('设置渠道', 'Channel set up'),
  ChannelRemoved: w('移除渠道', 'Channel removed'),
  ContactChanged: w('变更联系地址', 'Address changed'),
  ImportBegun: w('开始导入', 'Import begun'),
  ImportFinished: w('导入完成', 'Import finished'),
  ClosedFactsApproved: w('批准记入已关账月份', 'Facts let into closed months'),
  ImportReverted: w('撤回导入', 'Import taken back'),
  PaperAttached: w('附上材料', 'Paper attached'),
  MappingRemembered: w('记住列对应', 'Mapping remembered'),
  LogMoved: w('日志搬迁', 'Log moved'),
  PersonErased: w('删除个人信息', 'Person erased'),
  LogSealedAnew: w('日志重新封存', 'Log sealed anew'),
  SealFileMissed: w('封存文件缺失', 'File of seals missed'),
  SealFileFound: w('封存文件补全', 'File of seals whole again'),
  NumberGiven: w('编号', 'Number given'),
  RemindersAudited: w('提醒核查', 'Reminders audited'),
} as const satisfies Words<string>;

/** What each other record of the log is called, beside the facts of histories (events.ts). */
export const RECORD_WORDS = { ...RULES, ...NOTICES, ...VIEWS, ...BORDERS, ...LAYOUTS, ...INSTALLATION } as const;

/** Whether this release knows such facts. One that reads in a newer shape is of a kind that it does not know. */
export const isKnownKind = (type: string): boolean =>
  Object.hasOwn(EVENT_WORDS, type) || Object.hasOwn(RECORD_WORDS, type);
