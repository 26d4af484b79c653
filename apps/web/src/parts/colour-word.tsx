import { COLOURS, PAINT, useWords, type Colour } from '../words/words.ts';

/** A colour is never shown without its word. */
export const ColourWord = ({ colour }: { colour: string | null | undefined }) => {
  const { say } = useWords();
  if (colour == null || !(colour in PAINT)) return <span>—</span>;
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      <span className="dot" style={{ background: PAINT[colour as Colour] }} aria-hidden />
      {say(COLOURS[colour as Colour])}
    </span>
  );
};
