import type { Subject } from '../ask/keys.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import { ManyPicker, OnePicker, useOpenUnits, type Picked } from '../parts/form/pickers.tsx';
import { DefinitionPicker, MetricPicker } from '../numbers/number-pickers.tsx';
import { useWords, WORDS } from '../words/words.ts';
import { asDocument, asFilledIn, BOARD_FIELDS } from './board-fields.ts';
import { BOARDS_WORDS } from './boards-words.ts';
import { ReachedEntry } from './reached-entry.tsx';
import type { BoardDocument } from './use-boards.ts';

const TOUCHES: readonly Subject[] = ['list'];

const OfPicker = (picked: Picked<string>) => {
  const { t } = useWords();
  const options = [
    { value: 'value', label: t('byValue') },
    { value: 'progress', label: t('byProgress') },
  ];
  return <OnePicker {...picked} options={options} />;
};

const UnitsPicker = (picked: Picked<string[]>) => <ManyPicker {...picked} options={useOpenUnits()} />;

/** Writes a board, or the next version of one. */
export const BoardForm = ({
  board,
  version,
  onClose,
  onDone,
}: {
  board: BoardDocument | null;
  version: number;
  onClose: () => void;
  onDone: () => void;
}) => (
  <CommandForm
    onClose={onClose}
    onDone={onDone}
    begun={{
      url: '/api/boards',
      version,
      touches: TOUCHES,
      about: BOARDS_WORDS.boardAbout,
      ...(board === null ? {} : { initial: asFilledIn(board) }),
      complete: (body) => asDocument(body, board),
      pickers: {
        metric: <MetricPicker />,
        definition: <DefinitionPicker />,
        of: <OfPicker />,
        units: <UnitsPicker />,
        full: <ReachedEntry />,
        above: <ReachedEntry />,
        least: <ReachedEntry />,
      },
      command: {
        type: 'PublishBoard',
        title: board === null ? BOARDS_WORDS.newBoard : BOARDS_WORDS.editBoard,
        fields: BOARD_FIELDS,
      },
    }}
  />
);

/** Freezes the board of a month that is over. */
export const FreezeBoardForm = ({ name, version, onClose }: { name: string; version: number; onClose: () => void }) => (
  <CommandForm
    onClose={onClose}
    begun={{
      url: `/api/boards/${encodeURIComponent(name)}/freeze`,
      version,
      touches: TOUCHES,
      about: BOARDS_WORDS.freezeBoardAbout,
      command: {
        type: 'FreezeBoard',
        title: BOARDS_WORDS.freezeBoardMonth,
        fields: [{ name: 'month', kind: 'month', required: true, label: WORDS.month }],
      },
    }}
  />
);
