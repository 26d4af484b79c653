/** Nobody answered in time. */
export class NoAnswer extends Error {}

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
