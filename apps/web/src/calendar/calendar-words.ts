import { w, type Sentence } from '../words/sentence.ts';

/** The words of the page of the calendar, beside those of WORDS. */
export const CALENDAR_WORDS = {
  calendarPage: w('工作日历', 'Calendar'),
  year: w('年份', 'Year'),
  dayOff: w('休', 'off'),
  workedDay: w('班', 'work'),
  daysOff: w('放假', 'Days off'),
  workedDays: w('调休上班', 'Make-up workdays'),
  weekend: w('周末', 'weekend'),
  noWorked: w('无', 'none'),
  noticeNumber: w('通知文号', 'Number of the notice'),
  noNumber: w('没有文号', 'no number'),
  shippedYear: w('随软件发布', 'ships with the software'),
  noNotice: w(
    '这一年还没有放假通知。期限只按周末推算，凡经过这一年的期限都会注明；国务院通知印发后请及时录入。',
    'No notice for this year yet. Deadlines are counted by weekends only and say so; enter the State Council’s notice when it is out.',
  ),
  calendarAbout: w(
    '国务院办公厅的放假调休通知；期限按它数工作日。',
    'The State Council’s notices on days off and make-up workdays; deadlines count working days by them.',
  ),
  enterNotice: w('录入通知', 'Enter the notice'),
  changeNotice: w('更改这一年', 'Change this year'),
  festival: w('节日', 'Festival'),
  fromTo: w('起止', 'First and last day'),
  addFestival: w('添加一段假期', 'Add days off'),
  fromFile: w('从 csv 或 xlsx 表读取', 'Read from csv or xlsx'),
  fileAbout: w(
    '表里要有“日期”和“类型（休 或 班）”两列，“名称”可选。',
    'The table has the columns date and kind (off or worked); name may follow.',
  ),
  otherYear: w('表里是另一年：', 'The table holds another year: '),
  fileRead: w('已读取，请核对', 'Read; please check'),
  replayCalendar: w('看哪些期限会变', 'See which deadlines move'),
  replayCalendarAbout: w(
    '发布之前先看：按这份通知，哪些项目的到期日、颜色和提醒会变。',
    'Before it is published: whose due days, colours and notices this notice would move.',
  ),
  publishCalendar: w('发布这一年', 'Publish this year'),
  publishCalendarAsked: w(
    '整年替换现有安排，期限随即按新安排计算。',
    'It replaces the whole year, and deadlines are counted by it at once.',
  ),
  calendarPublished: w('已发布，期限已按新安排计算', 'Published; deadlines are counted by it'),
} as const satisfies Record<string, Sentence>;
