import { PassThrough, type Readable } from 'node:stream';
import { Logger, StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { problemOf } from './problem.ts';

export const LINES = 'application/x-ndjson';
const EVERY = 250; // milliseconds between two lines at least

/** An answer that takes long, as lines of JSON: how far it is now and then, `{done, of}`; last what it is, `{answer}`, or why there is none, `{problem}`. `clock`: milliseconds. */
export const inLines = (
  of: number,
  work: (onProgress: (done: number) => void) => Promise<object>,
  clock: () => number = () => performance.now(),
): Readable => {
  const lines = new PassThrough();
  const line = (content: object): void => {
    lines.write(`${JSON.stringify(content)}\n`);
  };
  let last = clock();
  const onProgress = (done: number): void => {
    if (clock() - last < EVERY) return;
    last = clock();
    line({ done, of: Math.max(of, done) });
  };
  line({ done: 0, of });
  const refuse = (error: unknown): void => {
    const { problem, unforeseen } = problemOf(error, 'zh');
    if (unforeseen) new Logger('problem').error({ instance: problem.instance, err: error }, 'unforeseen');
    line({ problem });
  };
  void work(onProgress)
    .then((answer) => {
      line({ answer });
    }, refuse)
    .finally(() => {
      lines.end();
    });
  return lines;
};

/** Work that takes long: answered in lines where the request asks for them, else whole. `howMuch`: of how much it tells how far it is. */
export const inLinesIfAsked = async <Answer extends object>(
  request: Request,
  response: Response,
  howMuch: () => Promise<number>,
  work: (onProgress?: (done: number) => void) => Promise<Answer>,
): Promise<Answer | StreamableFile> => {
  if (request.accepts(['application/json', LINES]) !== LINES) return work();
  response.setHeader('X-Accel-Buffering', 'no'); // a proxy must not gather the lines
  return new StreamableFile(inLines(await howMuch(), work), { type: LINES });
};
