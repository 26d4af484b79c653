import { Input, Select } from 'antd';
import { useUnitName } from '../app/known-to-all.ts';
import { useChosen } from '../parts/chosen.ts';
import { useFactWords } from '../parts/fact-words.ts';
import { EVENTS, useWords } from '../words/words.ts';
import type { Entry } from './history-entry.ts';

/** Narrows a history to one kind of record and to a word of it; what is chosen stands in the address. */
export const Narrowing = ({ types }: { types: readonly string[] }) => {
  const { t, say } = useWords();
  const { chosen, set } = useChosen();
  return (
    <div className="filters">
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('kindOfRecord')}
        aria-label={t('kindOfRecord')}
        value={chosen.get('record')}
        onChange={(type?: string | null) => {
          set('record', type ?? null);
        }}
        style={{ width: 180 }}
        options={types.map((type) => ({ value: type, label: say(EVENTS[type], type) }))}
      />
      <Input.Search
        allowClear
        placeholder={t('findRecord')}
        aria-label={t('findRecord')}
        defaultValue={chosen.get('find') ?? ''}
        onSearch={(text) => {
          set('find', text.trim());
        }}
        style={{ width: 240 }}
      />
    </div>
  );
};

/** Whether a record is of the kind and holds the word that somebody looks for, in the words in which it is shown. */
export const useWanted = (): ((entry: Entry) => boolean) => {
  const { say } = useWords();
  const { chosen } = useChosen();
  const { dataInWords } = useFactWords();
  const unitName = useUnitName();
  const type = chosen.get('record');
  const word = (chosen.get('find') ?? '').toLowerCase();
  return (entry) => {
    if (type !== null && entry.type !== type) return false;
    const said = [
      entry.occurredOn,
      say(EVENTS[entry.type], entry.type),
      dataInWords(entry.data, entry.type),
      entry.actor.name,
      unitName(entry.actor.unit),
      entry.basis,
      entry.note,
    ];
    return said.join(' ').toLowerCase().includes(word);
  };
};
