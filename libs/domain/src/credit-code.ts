const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** Whether a unified social credit code has the shape and the check character of GB 32100-2015 (a remainder of 0 gives check character 0). A failure warns and never refuses: such codes were issued. */
export const isCreditCode = (code: string): boolean => {
  if (code.length !== 18) return false;
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) {
    const value = SIGNS.indexOf(code[index]!);
    if (value < 0) return false;
    sum += value * weight;
  }
  return SIGNS[(31 - (sum % 31)) % 31] === code[17];
};
