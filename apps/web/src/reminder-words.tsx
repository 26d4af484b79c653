import { Tag } from 'antd';
import type { Schemas } from './api.ts';
import { useUnitName } from './known-to-all.ts';
import { OUTCOME_COLOURS, OUTCOMES, ROLES_TOLD, RUNGS } from './supervision-words.ts';
import { CLOCKS, useWords } from './words.ts';

export type Reminder = Schemas['Reminder'];

export const OutcomeWord = ({ outcome }: { outcome: string }) => {
  const { say } = useWords();
  return <Tag color={OUTCOME_COLOURS[outcome] ?? 'default'}>{say(OUTCOMES[outcome], outcome)}</Tag>;
};

/** Who was told, by name where there is one, with what they are to the project. */
export const Told = ({ to }: { to: Reminder['to'] }) => {
  const { say, language } = useWords();
  const unitName = useUnitName();
  return <span style={{ overflowWrap: 'anywhere' }}>{to.map(({ unit, role, person }) => {
    const part = say(ROLES_TOLD[role], role);
    const name = person ?? (unit === null ? '' : unitName(unit));
    return name === '' ? part : language === 'zh' ? `${name}（${part}）` : `${name} (${part})`;
  }).join(language === 'zh' ? '、' : ', ') || '—'}</span>;
};

/** What a notice says: its rung and its clock. */
export const useReminderWords = (): ((reminder: Pick<Reminder, 'rung' | 'clock'>) => string) => {
  const { say } = useWords();
  return ({ rung, clock }) => `${say(RUNGS[rung], rung)} · ${say(CLOCKS[clock], clock)}`;
};
