/** What an import can find where a day is told, decides, or is missing. */
export const DAY_FINDINGS = {
  'impossible-date': ['reject', '没有这一天。', 'There is no such day.'],
  'not-a-date': ['reject', '看不出是哪一天。', 'This is no date.'],
  'arrival-day-unclear': [
    'held',
    '没有写出到账的具体日期：请补日期，或决定计入所写时间（没有写的按表格标题的月份，再没有的按导入当天）的最后一个月',
    'No day of arrival is told: add it, or decide that the money counts in the last month that is meant (that of the title, or of the import, where none is):',
  ],
  'date-missing': ['reject', '没有日期。', 'The date is missing.'],
  'occurred-in-future': [
    'reject',
    '事实不能晚于导入当天；将来的日期只能写在计划里。',
    'A fact cannot be dated after the day of the import; future dates belong to plans.',
  ],
  'completion-ahead': [
    'warn',
    '将来的竣工、投产是计划，按原文保存。',
    'A completion ahead is a plan, kept as written.',
  ],
  'start-before-signing': [
    'reject',
    '开工早于签约，且没有批准文件。',
    'The start lies before the signing and no exception is recorded.',
  ],
  'end-before-signing': ['reject', '终止早于签约。', 'The end lies before the signing.'],
  'order-odd': [
    'warn',
    '与其他日期的先后不合，这一项未记录。',
    'This does not fit the order of the other days; it was not recorded.',
  ],
  'said-without-day': [
    'warn',
    '写明已发生但没有日期，按原文保存，未计入。',
    'It is said to have happened, but no day is given: kept as written, not counted.',
  ],
  'decides-without-day': [
    'held',
    '写明已签约（开工、终止）但没有日期，请补日期或决定如何记录。',
    'It is said to be signed (started, ended), but no day is given: add the day, or decide.',
  ],
  'signing-not-told': [
    'held',
    '已开工，但没有签约日期：请补签约日期，或决定如何登记。',
    'It has started, but no day of signing is given: add the day, or decide.',
  ],
  'decides-unclear': [
    'held',
    '看不懂这一格，而它决定项目的状态，请人工决定。',
    'This cell was not understood, and it decides what the project is: a person decides.',
  ],
  'no-day-yet': [
    'warn',
    '没有写出具体日期（近期、尽快），视为尚无日期，按原文保存，未计入。',
    'No day is told (soon, as soon as possible): taken for none yet, kept as written, not counted.',
  ],
  'perhaps-october': [
    'warn',
    '按所显示的读作1月；如原为10月（数字末尾的0不显示），请更正。',
    'Read as January, as it shows; where October was meant (a number does not show its last 0), correct it.',
  ],
  'told-from-then': [
    'warn',
    '日期是相对的（去年、上月），按表格标题的日期推算，原文保留，请核对。',
    'The day is told from another (last year, last month): reckoned from that of the title, kept as written. Please check:',
  ],
  'known-to-quarter': [
    'warn',
    '只知道是哪一段时间（季度、半年、全年或累计几个月）到位的，计入其中最后一个月，请核对。',
    'Only a span of months (a quarter, a half-year, a year or months so far) is told of this money: counted in its last month. Please check.',
  ],
} as const;
