import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useFactWords } from '../parts/fact-words.ts';
import type { Begun } from '../parts/form/begun.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import type { Money } from '../parts/money.ts';
import { EVENTS, useWords } from '../words/words.ts';
import { correctablesOf, laidOut, type Correctable, type CorrectableFact } from './corrections.ts';
import type { Entry } from './history-entry.ts';
import { beside, PROJECT_PICKERS, type ProjectCommand } from './project-forms.tsx';

/** The correction of one thing of one record: what it says stands there as it would have been typed, and is typed over. */
const begunWith = (
  { field, now }: Correctable,
  {
    entry,
    command,
    url,
    version,
  }: Pick<Parameters<typeof CorrectionDialog>[0], 'entry' | 'command' | 'url' | 'version'>,
  saysNow: string,
): Begun => {
  const event = EVENTS[entry.type];
  const reasons = command.fields.filter(({ name }) => !['target', 'field', 'from', 'to', 'occurredOn'].includes(name));
  const laid = laidOut(field, now);
  return {
    command: {
      type: command.type,
      title: {
        zh: `更正：${event?.zh ?? entry.type} · ${field.label.zh}`,
        en: `Correct: ${event?.en ?? entry.type} · ${field.label.en}`,
      },
      fields: [{ ...field, name: 'to', required: true }, ...reasons],
    },
    url,
    version,
    fixed: { target: entry.version, field: field.name, from: now },
    ...beside(entry.changing),
    initial: laid === undefined ? {} : { to: laid },
    about: { zh: `原值：${saysNow}`, en: `It says: ${saysNow}` },
    pickers: {
      ...PROJECT_PICKERS,
      ...(field.name in PROJECT_PICKERS ? { to: PROJECT_PICKERS[field.name] } : {}),
    },
    ...(field.kind === 'money' && now !== null ? { before: { to: now as Money } } : {}),
  };
};

/** Corrects a record: first what, where there is a choice, then how it should have been. */
export const CorrectionDialog = ({
  entry,
  events,
  facts,
  command,
  url,
  version,
  onClose,
}: {
  entry: Entry;
  events: readonly Entry[];
  facts: readonly CorrectableFact[];
  command: ProjectCommand; // CorrectFact, as the catalogue describes it
  url: string;
  version: number;
  onClose: () => void;
}) => {
  const { t, say, marks } = useWords();
  const { valueInWords } = useFactWords();
  const all = correctablesOf(entry, events, facts);
  const [chosen, choose] = useState(all.length === 1 ? all[0]! : null);
  const saysNow = ({ field, now }: Correctable): string =>
    now === null ? t('emptyValue') : valueInWords(field.name, now, entry.type);
  if (chosen !== null)
    return (
      <CommandForm begun={begunWith(chosen, { entry, command, url, version }, saysNow(chosen))} onClose={onClose} />
    );
  return (
    <Modal
      open
      title={`${t('chooseCorrection')}${marks.colon}${say(EVENTS[entry.type], entry.type)}`}
      footer={null}
      onCancel={onClose}
    >
      <ul className="choices">
        {all.map((one) => (
          <li key={one.field.name}>
            <Button
              block
              onClick={() => {
                choose(one);
              }}
            >
              <strong>{say(one.field.label)}</strong> <span className="small">{saysNow(one)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  );
};
