import type { Request } from 'express';

/** Whether who asks takes an answer in this encoding. */
export const accepts = ({ headers }: Pick<Request, 'headers'>, encoding: string): boolean =>
  String(headers['accept-encoding'] ?? '')
    .split(',')
    .some((one) => one.split(';', 1)[0]?.trim() === encoding && !/;\s*q=0(?:\.0*)?\s*$/.test(one));
