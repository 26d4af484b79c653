import type { IncomingMessage, ServerResponse } from 'node:http';
import { json, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { fieldsOf, readCommand, type Field } from '#domain';
import { HttpRefused } from './refusals.ts';

export const JSON_LIMIT = '4mb'; // an organisation of 20,000 units fits

/** JSON only, bounded; text that the log cannot hold (NUL, half characters) is refused before any rule sees it. */
export const jsonBody = (): readonly RequestHandler[] => [
  json({
    limit: JSON_LIMIT,
    verify: (_request: IncomingMessage, _response: ServerResponse, raw: Buffer) => { if (raw.includes('\\u0000') || raw.includes(0)) throw new HttpRefused('invalid-text'); },
  }),
  (request: Request, _response: Response, next: NextFunction) => {
    if (request.body !== undefined && /\\ud[89a-f]/i.test(JSON.stringify(request.body))) throw new HttpRefused('invalid-text');
    next();
  },
];

const coerced = ({ kind }: Field, value: unknown): unknown => {
  if (kind === 'texts') return Array.isArray(value) ? value : [value];
  if (typeof value !== 'string') return value;
  if (kind === 'integer') return /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  if (kind === 'flag') return value === 'true' ? true : value === 'false' ? false : value;
  return value;
};

/** A query string as the class says; ?lang= is everybody's. Throws InvalidCommand like a body. */
export const readQuery = <Q extends object>(queryClass: new () => Q, query: Readonly<Record<string, unknown>>): Q => {
  const fields = new Map(fieldsOf(queryClass).map((field) => [field.name, field]));
  const plain: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(query)) {
    const field = fields.get(name);
    if (name === 'lang' || (value === '' && field?.required === false)) continue;
    plain[name] = field === undefined ? value : coerced(field, value);
  }
  return readCommand(queryClass, plain);
};
