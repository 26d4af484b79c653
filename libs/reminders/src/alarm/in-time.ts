/** Nobody answered in time. */
class NoAnswer extends Error {}

/** What the work gives or fails with, or NoAnswer after so many milliseconds. The work goes on; how it ends then is nobody's any more. */
export const inTime = async <Given>(work: Promise<Given>, milliseconds: number): Promise<Given> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => {
      fail(new NoAnswer(`no answer within ${milliseconds} ms`));
    }, milliseconds);
  });
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer);
  });
};

/** Waits so long and no longer: what has not come by then is left. A failure in time is told. */
export const atMost = async (work: Promise<unknown>, milliseconds: number): Promise<void> => {
  await inTime(work, milliseconds).catch((error: unknown) => {
    if (!(error instanceof NoAnswer)) throw error;
  });
};
