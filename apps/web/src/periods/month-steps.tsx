import { useSession } from '../app/known-to-all.ts';
import type { Schemas } from '../ask/api.ts';
import { useKeepsNumbers } from '../numbers/keeps-numbers.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import { useTime } from '../parts/time.ts';
import { WORDS } from '../words/words.ts';
import { PERIOD_WORDS } from './period-words.ts';

export type Month = Schemas['Periods']['months'][number];
/** What can be done with a closed month: its reopening is asked for, and approved or refused by a second person. */
export type Step = 'reopen' | 'approve' | 'refuse';

/** What of it this person can do with a month now, each with the word on its button. */
export const useSteps = ({
  state,
  asked,
}: Month): readonly (readonly [step: Step, word: keyof typeof PERIOD_WORDS])[] => {
  const session = useSession().data;
  const { isPast } = useTime();
  const keeps = useKeepsNumbers();
  if (asked === null) return keeps && state === 'closed' ? [['reopen', 'reopenMonth']] : [];
  if (isPast || !session?.permissions.includes('decide')) return [];
  if (asked.by.user === session.user) return [['refuse', 'takeBackReopening']];
  return [
    ['approve', 'approveReopening'],
    ['refuse', 'refuseReopening'],
  ];
};

const REASON = { name: 'reason', kind: 'long-text', required: true, label: WORDS.reason } as const;

/** The form of each step: asking to reopen a month, why and whom; approving; refusing, why. */
const FORMS = {
  reopen: {
    url: '/api/periods/reopen',
    about: PERIOD_WORDS.reopenAbout,
    type: 'ReopenPeriod',
    word: PERIOD_WORDS.reopenMonth,
    fields: [REASON, { name: 'approver', kind: 'person', required: true, label: PERIOD_WORDS.approverWord }],
  },
  approve: {
    url: '/api/periods/reopen/approve',
    about: PERIOD_WORDS.approveReopeningAbout,
    type: 'ApproveReopening',
    word: PERIOD_WORDS.approveReopening,
    fields: [],
  },
  refuse: {
    url: '/api/periods/reopen/refuse',
    type: 'RefuseReopening',
    word: PERIOD_WORDS.refuseReopening,
    fields: [REASON],
  },
} as const;

export const StepForm = ({
  of: { step, month },
  version,
  onClose,
}: {
  of: { readonly step: Step; readonly month: string };
  version: number;
  onClose: () => void;
}) => {
  const { url, type, word, fields, ...more } = FORMS[step];
  const title = { zh: `${word.zh} ${month}`, en: `${word.en} ${month}` };
  const command = { type, title, fields };
  return (
    <CommandForm onClose={onClose} begun={{ url, version, fixed: { month }, touches: ['list'], command, ...more }} />
  );
};
