import { cellText, strikes, struckClasses } from '../markup/struck-tags.ts';
import { hear } from '../markup/tags.ts';
import { writtenOf, type Written } from '../struck.ts';

const NO_CLASSES = struckClasses('');

/** What rich text of a workbook of Excel 2003 in XML says: <S>5000</S><Font>6000</Font>. */
export const markedUp = (markup: string): Written => {
  const said = cellText(false);
  hear(markup, {
    open: (tag, attributes) => {
      said.open(tag, strikes(tag, attributes, NO_CLASSES));
    },
    close: said.close,
    text: said.text,
  });
  return writtenOf(said.runs());
};
