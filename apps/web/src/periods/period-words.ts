import { w, type Sentence } from '../words/sentence.ts';

/** The words of closing and reopening months. */
export const PERIOD_WORDS = {
  periodsPage: w('结账月份', 'Closed months'),
  noPeriods: w('还没有结账的月份', 'No month is closed yet'),
  noPeriodsHint: w(
    '结账后，该月数字按当时所知固定；以后补录须第二人批准，并列入更正说明。',
    'Once a month is closed its figures stand as they were known; what is told later needs a second person and is listed as a restatement.',
  ),
  closedByWhom: w('结账人', 'Closed by'),
  monthClosed: w('已结账', 'Closed'),
  monthReopened: w('已重开', 'Reopened'),
  countedAt: w('记录位置', 'At record'),
  closeMonth: w('结账', 'Close a month'),
  whichMonth: w('结账月份', 'Month to close'),
  willBeClosed: w('结账后固定的数字', 'What will be fixed'),
  countedUpTo: w('统计至', 'Counted up to'),
  allHaveReported: w(
    '有在办项目的单位当月都有记录。',
    'Something was told in the month by every unit with live projects.',
  ),
  silentUnits: w('当月没有任何记录的单位，请先催报', 'Units of which nothing was told in the month: ask them first'),
  closeAnyway: w('按以上数字结账', 'Close with these figures'),
  noMonthToClose: w('没有可以结账的月份。', 'There is no month to close.'),
  reopenMonth: w('重开', 'Reopen'),
  reopenAbout: w(
    '由另一人登录批准后，该月重开，可以照常补录；补齐后重新结账。批准前仍为结账。',
    'Another person signs in and approves; the month then takes facts as usual until it is closed again. It stays closed until then.',
  ),
  approverWord: w('批准人', 'Approver'),
  reopeningAsked: w('申请重开，待批准', 'To be reopened, once approved'),
  toBeApprovedBy: w('请批准', 'Asked to approve'),
  approveReopening: w('批准重开', 'Approve the reopening'),
  refuseReopening: w('不批准', 'Refuse'),
  takeBackReopening: w('撤回申请', 'Take it back'),
  approveReopeningAbout: w(
    '批准后该月重开，可以照常补录；须由申请人以外的人批准。',
    'The month is reopened once approved and takes facts as usual; somebody other than who asked approves.',
  ),
  whatToDo: w('办理', 'To do'),
  restatementOf: w('更正说明', 'Restatement of'),
  nothingRestated: w('结账以来数字没有变化。', 'No figure has changed since the closing.'),
  ofWhom: w('统计范围', 'Of'),
  asPrinted: w('结账时', 'When closed'),
  asOfNow: w('现在', 'Now'),
  becauseOf: w('因为', 'Because of'),
} as const satisfies Record<string, Sentence>;
