import { useGo } from '../parts/way.tsx';
import { useSession } from '../app/known-to-all.ts';
import type { Begun } from '../parts/form/begun.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import type { Field } from '../parts/form/field-values.ts';
import { OnePicker } from '../parts/form/pickers.tsx';
import { useWords } from '../words/words.ts';
import type { ViewQuestion } from './list-question.ts';
import { LIST_WORDS, REACHES } from './list-words.ts';
import { addressOfView, type View } from './view-queries.ts';

const FIELDS: readonly Field[] = [
  { name: 'title', kind: 'text', required: true, max: 40, label: LIST_WORDS.viewTitle },
  { name: 'reach', kind: 'choice', required: true, label: LIST_WORDS.viewReach },
];

/** The form of a view: anew from what is shown, or over the one that is open. */
const useViewForm = (): ((list: string, asked: ViewQuestion, before: View | null) => Begun) => {
  const { say } = useWords();
  const session = useSession().data;
  const reaches = Object.entries(REACHES).filter(
    ([reach]) =>
      reach === 'own' || (reach === 'unit' ? session?.unit != null : session?.permissions.includes('supervise')),
  );
  return (list, asked, before) => ({
    command: { type: 'SaveView', title: LIST_WORDS.saveView, fields: FIELDS },
    url: '/api/views',
    version: null,
    pickers: { reach: <OnePicker options={reaches.map(([value, words]) => ({ value, label: say(words) }))} /> },
    initial: { title: before?.title, reach: before?.reach ?? 'own' },
    fixed: { list, ...asked, ...(before === null ? {} : { view: before.view }) },
    touches: ['views'],
  });
};

/** Keeps what is asked as a view, anew or over the one `before`; a new one is opened. */
export const ViewForm = ({
  list,
  asked,
  before,
  onClose,
}: {
  list: string;
  asked: ViewQuestion;
  before: View | null;
  onClose: () => void;
}) => {
  const go = useGo();
  const formOf = useViewForm();
  return (
    <CommandForm
      begun={formOf(list, asked, before)}
      onClose={onClose}
      onDone={(_id, recorded) => {
        const saved = (recorded as { readonly views?: readonly View[] }).views?.findLast(({ own }) => own);
        if (saved !== undefined && before === null) go(addressOfView(saved), { replace: true });
      }}
    />
  );
};
