import type { ClockName } from '../clocks/names.ts';
import type { Colour, Recipient, Rung } from '../policy/policy.ts';
import type { Sentence } from '../rejected.ts';
import { w, type Words } from './sentence.ts';

/** What each clock is called, everywhere: on the page, in mails, in the titles of orders. */
export const CLOCK_WORDS: Words<ClockName> = {
  'lead-response': w('线索办理', 'Lead response'),
  'negotiation-standard': w('一般项目洽谈', 'Negotiation, standard'),
  'negotiation-large': w('重大项目洽谈', 'Negotiation, large'),
  'no-progress': w('无进展', 'No progress'),
  'agreed-start': w('约定开工', 'Agreed start'),
  'start-floor': w('开工底线', 'Start floor'),
  'signed-one-year': w('签约满一年', 'Signed one year'),
  'idle-land': w('闲置土地', 'Idle land'),
  'statistical-entry': w('入库纳统', 'Statistical entry'),
  'first-funds': w('首笔资金', 'First funds'),
  'funds-15-percent': w('资金到位 15%', 'Funds 15 %'),
  issue: w('问题办理', 'Issue'),
  'order-reply': w('督办回复', 'Order reply'),
};

/** The word beside every colour (README, "Colours"). */
export const COLOUR_WORDS: Words<Colour> = {
  green: w('绿', 'green'),
  blue: w('蓝', 'blue'),
  yellow: w('黄', 'yellow'),
  orange: w('橙', 'orange'),
  red: w('红', 'red'),
};

/** The rungs of the ladder, from its foot (README, "Escalation ladder"). */
export const RUNG_WORDS: Words<Rung> = {
  'near-due': w('临期提醒', 'Near due'),
  due: w('到期提醒', 'Due'),
  reminder: w('催办', 'Reminder'),
  supervision: w('督办', 'Supervision order'),
  circular: w('通报', 'Circular'),
  interview: w('约谈', 'Interview'),
  accountability: w('问责', 'Accountability'),
};

/** To whom a line of the ladder is addressed. */
export const RECIPIENT_WORDS: Words<Recipient> = {
  steward: w('项目管家', 'steward'),
  liaisons: w('联络员', 'liaisons'),
  'owner-unit': w('责任单位', 'owner unit'),
  'owner-head': w('责任单位负责人', 'head of the owner unit'),
  'responsible-leader': w('包保领导', 'responsible leader'),
  'all-units': w('各单位', 'all units'),
  'supervision-office': w('督查室', 'supervision office'),
};

const counted = (days: number, en: string): string => `${days} ${days === 1 ? 'day' : 'days'} ${en}`;

/** How a day stands to the due day, without a minus sign. `late`: days after it, below zero before it. */
export const lateWords = (late: number): Sentence =>
  late > 0
    ? w(`逾期 ${late} 天`, counted(late, 'late'))
    : late === 0
      ? w('今日到期', 'due today')
      : w(`还有 ${-late} 天`, counted(-late, 'left'));
