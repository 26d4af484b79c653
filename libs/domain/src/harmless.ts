/** Text that a spreadsheet program would run as a formula is written with a leading apostrophe, as text: also where somebody saves the sheet as csv and opens it again. */
export const harmless = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
