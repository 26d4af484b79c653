/** Lets whatever else the process serves have its turn. */
export const breath = (): Promise<void> =>
  new Promise((turn) => {
    setImmediate(turn);
  });
