const END = 240_000; // ends only what hangs

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, milliseconds);
  });

/** Waits for what must come; the error names it where it does not. A question that fails, to a server that is down, is asked again. */
export const until = async (what: string, holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + END; Date.now() < end; await pause(20))
    if (
      await Promise.resolve()
        .then(holds)
        .catch(() => false)
    )
      return;
  throw new Error(`it never came: ${what}`);
};

/** Reads until what is read is as expected; where it never is, says what it was instead. For values that are still on their way. */
export const soon = async (read: () => unknown, expected: unknown): Promise<void> => {
  for (const end = Date.now() + END; ; await pause(50))
    try {
      expect(await read()).toEqual(expected);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
};
