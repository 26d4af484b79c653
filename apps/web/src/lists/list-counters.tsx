import { Tag } from 'antd';
import type { Schemas } from '../ask/api.ts';
import { ColourWord } from '../parts/colour-word.tsx';
import { exactly, forReading } from '../parts/money.ts';
import { COLOURS, useWords, type Colour } from '../words/words.ts';

const WORST_FIRST: readonly Colour[] = ['red', 'orange', 'yellow', 'blue', 'green'];

/** How many, how much, and how many of each colour; a colour narrows the list to itself. */
export const ListCounters = ({
  first,
  colour,
  onColour,
}: {
  first: Schemas['List'];
  colour: string | null;
  onColour: (colour: Colour | null) => void;
}) => {
  const { many, t, say } = useWords();
  return (
    <div className="counters" data-testid="counters">
      <strong data-testid="total">
        {t('total')} {many(first.total, 'projects')}
      </strong>
      {first.sums.contracted.map((money) => (
        <strong key={money.currency} className="amount" title={exactly(money)}>
          {forReading(money)}
        </strong>
      ))}
      {WORST_FIRST.map((one) => (
        <Tag.CheckableTag
          key={one}
          checked={colour === one}
          onChange={(on) => {
            onColour(on ? one : null);
          }}
          data-testid={`colour-${one}`}
        >
          <ColourWord colour={one} bare />
          {say(COLOURS[one])} {first.colours[one]}
        </Tag.CheckableTag>
      ))}
    </div>
  );
};
