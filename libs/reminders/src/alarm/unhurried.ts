const WAITED_FOR_MS = 2_000;

/**
 * Something that is done soon or else is not waited for. While one call is unanswered the next ones are let go: what was asked first is done once its server answers again, and
 * nothing piles up before that. A failure within the time is the caller's.
 */
export const unhurried = <Given extends readonly unknown[]>(
  work: (...given: Given) => Promise<unknown>,
  waitedForMs = WAITED_FOR_MS,
): ((...given: Given) => Promise<void>) => {
  let owed: Promise<unknown> | null = null;
  return async (...given) => {
    if (owed !== null) return;
    const asked = work(...given).finally(() => {
      owed = null;
    });
    owed = asked;
    asked.catch(() => undefined); // too late to be told: nobody waits any more
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([
      asked,
      new Promise((gone) => {
        timer = setTimeout(gone, waitedForMs);
      }),
    ]).finally(() => {
      clearTimeout(timer);
    });
  };
};
