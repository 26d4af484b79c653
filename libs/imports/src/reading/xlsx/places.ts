/** "B7" → 1; a letter of any case. */
export const columnOf = (reference: string): number => {
  let column = 0;
  for (const letter of reference.toUpperCase()) {
    if (letter < 'A' || letter > 'Z') break;
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
};

/** "B7" → row 7, column 1; NaN and −1 for what a reference does not tell. */
export const placeOf = (reference: string): { readonly row: number; readonly column: number } => ({
  row: Number(/\d+/.exec(reference)?.[0]),
  column: columnOf(reference),
});
