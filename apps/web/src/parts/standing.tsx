import { lateWords } from '../words/late.ts';
import { ColourWord } from './colour-word.tsx';
import { CLOCKS, COLOURS, useWords, type Colour } from '../words/words.ts';

/** How a project stood when a list or an agenda was frozen. */
interface Stood {
  readonly colour?: Colour;
  readonly clock?: string;
  readonly daysLate?: number; // below zero: days left
}

/** The colour, the clock that gives it, and its days, with its sign: "■ 红 · 约定开工 · 逾期 30 天". */
export const Standing = ({ stood: { colour, clock, daysLate } }: { readonly stood: Stood }) => {
  const { say } = useWords();
  const parts = [
    ...(colour === undefined ? [] : [say(COLOURS[colour])]),
    ...(clock === undefined ? [] : [say(CLOCKS[clock], clock)]),
    ...(daysLate === undefined ? [] : [say(lateWords(daysLate))]),
  ];
  return (
    <>
      {colour !== undefined && <ColourWord colour={colour} bare />}
      {parts.join(' · ')}
    </>
  );
};
