import { CLOCK_NAMES, isClockName, type ClockName } from '../clocks/names.ts';
import { isIsoDate } from '../dates.ts';
import { CLOCK_WORDS } from '../words/time.ts';
import type { Breach } from './events.ts';

type Stored = Readonly<Record<string, unknown>>;

/** What clocks were called in the orders of release 0.2, where it is not what they are called today. */
const CALLED_THEN: Readonly<Partial<Record<ClockName, string>>> = {
  'lead-response': '线索响应',
  'negotiation-standard': '洽谈（一般）',
  'negotiation-large': '洽谈（重大）',
  'idle-land': '土地闲置',
  'funds-15-percent': '到位 15%',
};
const CLOCKS_CALLED: ReadonlyMap<string, ClockName> = new Map(
  CLOCK_NAMES.flatMap((clock) => [CLOCK_WORDS[clock].zh, CALLED_THEN[clock] ?? []].flat().map((name) => [name, clock])),
);

const SAID = /^(.+?)(?:（(?:应于 )?(\d{4}-\d\d-\d\d)）| (\d{4}-\d\d-\d\d))$/;

/** "约定开工（应于 2026-03-31）、首笔资金（2026-04-30）" or "agreed-start 2026-03-31；…", as earlier releases worded what was not kept; null where a person wrote it. */
const breachesOf = (rule: string): readonly Breach[] | null => {
  const read = rule.split(/[、；]/).map((part): Breach | null => {
    const [, name = '', inWords = '', inCode = ''] = SAID.exec(part) ?? [];
    const clock = isClockName(name) ? name : CLOCKS_CALLED.get(name);
    const due = inWords === '' ? inCode : inWords;
    return clock !== undefined && isIsoDate(due) ? { clock, due } : null;
  });
  const breached = read.filter((one) => one !== null);
  return breached.length === read.length ? breached : null;
};

export const ORDER_UPCASTERS = {
  OrderIssued: {
    1: ({ rule, ...data }: Stored): Record<string, unknown> => {
      if (typeof rule !== 'string') return data;
      const breached = breachesOf(rule);
      return breached === null ? { ...data, rule } : { ...data, breached };
    },
  },
} as const;
