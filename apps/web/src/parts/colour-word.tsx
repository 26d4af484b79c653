import { COLOURS, isColour, useWords, type Colour } from '../words/words.ts';

/** A sign for each colour, so that a black-and-white print and a colour-blind eye can tell. */
const SIGNS: Readonly<Record<Colour, string>> = { red: '■', orange: '◆', yellow: '▲', blue: '●', green: '✓' };

/** A colour is never shown without its sign and its word. `bare`: where the word follows in a sentence. */
export const ColourWord = ({ colour, bare = false }: { colour: string | null | undefined; bare?: boolean }) => {
  const { say } = useWords();
  if (!isColour(colour)) return <span>—</span>;
  return (
    <span className={`colour colour-${colour}`}>
      <span aria-hidden className="sign">
        {SIGNS[colour]}
      </span>
      {bare ? null : say(COLOURS[colour])}
    </span>
  );
};
