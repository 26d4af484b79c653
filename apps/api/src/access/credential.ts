import type { CookieOptions, Request } from 'express';
import { HttpRefused } from '../http/refusals.ts';

export const SESSION_COOKIE = 'luodi_session';

/** The secret that a request brings: a session cookie or a bearer token. A bearer header wins, so that a script's answer never depends on a cookie jar. */
export const credentialOf = ({
  headers,
}: Pick<Request, 'headers'>): { readonly secret: string; readonly from: 'cookie' | 'bearer' } | null => {
  const [, bearer] = /^Bearer ([\w-]{20,200})$/i.exec(headers.authorization ?? '') ?? [];
  if (bearer !== undefined) return { secret: bearer, from: 'bearer' };
  if (headers.authorization !== undefined) return null;
  const [, cookie] = new RegExp(`(?:^|; ?)${SESSION_COOKIE}=([\\w-]{20,200})(?:;|$)`).exec(headers.cookie ?? '') ?? [];
  return cookie === undefined ? null : { secret: cookie, from: 'cookie' };
};

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser sends cookies along with requests that another site makes it send; it also says so, in Origin or Sec-Fetch-Site. Whoever says
 * neither is no browser. This stands behind SameSite=Strict, which already keeps the cookie at home.
 */
export const refuseForeignOrigin = (
  { method, headers }: Pick<Request, 'method' | 'headers'>,
  publicUrl: URL | null,
): void => {
  if (SAFE.has(method)) return;
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (origin !== undefined) {
    const theirs = URL.canParse(origin) ? new URL(origin).host : null;
    if (theirs === null || (theirs !== host && theirs !== publicUrl?.host)) throw new HttpRefused('foreign-origin');
  } else if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new HttpRefused('foreign-origin');
};

/** Out of reach of scripts and of other sites, and of unencrypted connections where the page is served encrypted. */
export const cookieOptions = (secure: boolean, expires?: Date): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  path: '/',
  secure,
  ...(expires === undefined ? {} : { expires }),
});
