import { Button, Tag } from 'antd';
import { useUnitName } from '../app/known-to-all.ts';
import { CLOCKS, COLOURS, isColour, PHASES, useWords, type Word } from '../words/words.ts';
import type { ListAsked, NarrowingName } from './list-question.ts';

const CHIPS: readonly (readonly [NarrowingName, Word])[] = [
  ['colour', 'colour'],
  ['q', 'palette'],
  ['unit', 'unit'],
  ['leader', 'leader'],
  ['region', 'region'],
  ['year', 'signingYear'],
  ['from', 'amountFrom'],
  ['to', 'amountTo'],
  ['clock', 'clock'],
  ['phase', 'phase'],
  ['tag', 'tag'],
];

/** What the list is narrowed to, each with a way to take it away; said on the print too. */
export const FilterChips = ({
  asked,
  set,
  onClear,
}: {
  asked: ListAsked;
  set: (name: NarrowingName, value: string | null) => void;
  onClear: () => void;
}) => {
  const { t, say } = useWords();
  const unitName = useUnitName();
  const chosen = CHIPS.filter(([name]) => asked[name] !== null);
  const worded = (name: NarrowingName, value: string): string => {
    if (name === 'unit') return unitName(value);
    if (name === 'colour') return isColour(value) ? say(COLOURS[value]) : value;
    if (name === 'clock') return say(CLOCKS[value], value);
    return name === 'phase' ? say(PHASES[value], value) : value;
  };
  if (chosen.length === 0) return null;
  return (
    <div className="chips" data-testid="chips">
      {chosen.map(([name, word]) => (
        <Tag
          key={name}
          closable={{ 'aria-label': `${t('removeFilter')} ${t(word)}` }}
          onClose={() => {
            set(name, null);
          }}
        >
          {t(word)} {worded(name, asked[name] ?? '')}
        </Tag>
      ))}
      <Button type="link" size="small" className="no-print" onClick={onClear}>
        {t('clearFilters')}
      </Button>
    </div>
  );
};
