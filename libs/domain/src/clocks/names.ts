/** Every clock there is, in the order of domain.md's table: ties between clocks are broken by this order. */
export const CLOCK_NAMES = [
  'lead-response',
  'negotiation-standard',
  'negotiation-large',
  'no-progress',
  'agreed-start',
  'start-floor',
  'signed-one-year',
  'idle-land',
  'statistical-entry',
  'first-funds',
  'funds-15-percent',
  'issue',
  'order-reply',
] as const;
export type ClockName = (typeof CLOCK_NAMES)[number];

/** What each clock is called. */
export const CLOCK_WORDS: Readonly<Record<ClockName, { readonly zh: string; readonly en: string }>> = {
  'lead-response': { zh: '线索响应', en: 'lead response' },
  'negotiation-standard': { zh: '洽谈（一般）', en: 'negotiation, standard' },
  'negotiation-large': { zh: '洽谈（重大）', en: 'negotiation, large' },
  'no-progress': { zh: '无进展', en: 'no progress' },
  'agreed-start': { zh: '约定开工', en: 'agreed start' },
  'start-floor': { zh: '开工底线', en: 'start floor' },
  'signed-one-year': { zh: '签约满一年', en: 'signed one year' },
  'idle-land': { zh: '土地闲置', en: 'idle land' },
  'statistical-entry': { zh: '入库纳统', en: 'statistical entry' },
  'first-funds': { zh: '首笔资金', en: 'first funds' },
  'funds-15-percent': { zh: '到位 15%', en: 'funds 15 %' },
  issue: { zh: '问题办理', en: 'issue' },
  'order-reply': { zh: '督办回复', en: 'order reply' },
};
