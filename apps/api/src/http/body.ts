import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { fieldsOf, readCommand, type Field } from '#domain';
import { refused } from '#office';
import { credentialOf } from '../access/credential.ts';
import { HttpRefused } from './refusals.ts';

const LIMIT = '64kb'; // a form with its papers is a few thousand characters
const LARGE_LIMIT = '4mb'; // an organisation of 20,000 units fits
const LARGE = /^\/(organisation\/import|policy|borders)\b/;

const DEEPEST = 32; // no command nests deeper than five; recursion over a body must end

const isTooDeep = (raw: Buffer): boolean => {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < raw.length; at += 1) {
    const byte = raw[at];
    if (quoted) {
      if (byte === 0x5c) at += 1;
      else if (byte === 0x22) quoted = false;
    } else if (byte === 0x22) quoted = true;
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return false;
};

const isSignIn = ({ method, path }: Request): boolean => method === 'POST' && path === '/session';

/**
 * JSON only, bounded in size and depth; text that the log cannot hold (NUL, half characters, another encoding) is refused before any rule sees it. The body of
 * who brings no credential is not read at all: the guard refuses the request as it is.
 */
export const jsonBody = (): readonly RequestHandler[] => {
  const doubtful = new WeakSet<IncomingMessage>(); // bodies that write characters as surrogates: few, and only they are looked through
  const reader = (limit: string): RequestHandler =>
    json({
      limit,
      verify: (request: IncomingMessage, _response: ServerResponse, raw: Buffer) => {
        if (raw.includes('\\u0000') || raw.includes(0) || !isUtf8(raw)) throw refused('invalid-text');
        if (isTooDeep(raw)) throw new HttpRefused('malformed-json');
        if (raw.includes('\\ud') || raw.includes('\\uD')) doubtful.add(request);
      },
    });
  const [small, large] = [reader(LIMIT), reader(LARGE_LIMIT)];
  return [
    (request: Request, response: Response, next: NextFunction) => {
      if (credentialOf(request) === null && !isSignIn(request)) next();
      else (LARGE.test(request.path) ? large : small)(request, response, next);
    },
    (request: Request, _response: Response, next: NextFunction) => {
      if (doubtful.has(request) && /\\ud[89a-f]/i.test(JSON.stringify(request.body))) throw refused('invalid-text');
      next();
    },
  ];
};

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
    if (name === 'lang' || (value === '' && field?.required === false && field.blank !== true)) continue;
    plain[name] = field === undefined ? value : coerced(field, value);
  }
  return readCommand(queryClass, plain);
};
