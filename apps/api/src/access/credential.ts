import type { CookieOptions, Request } from 'express';
import type { Caller, IdentityService } from '#identity';
import { HttpRefused } from '../http/refusals.ts';

export const SESSION_COOKIE = 'luodi_session';

interface Credential {
  readonly secret: string;
  readonly from: 'cookie' | 'bearer';
}

/** The secret that a request brings: a session cookie or a bearer token. A bearer header wins, so that a script's answer never depends on a cookie jar. */
export const credentialOf = ({ headers }: Pick<Request, 'headers'>): Credential | null => {
  const [, bearer] = /^Bearer ([\w-]{20,200})$/i.exec(headers.authorization ?? '') ?? [];
  if (bearer !== undefined) return { secret: bearer, from: 'bearer' };
  if (headers.authorization !== undefined) return null;
  const [, cookie] = new RegExp(`(?:^|; ?)${SESSION_COOKIE}=([\\w-]{20,200})(?:;|$)`).exec(headers.cookie ?? '') ?? [];
  return cookie === undefined ? null : { secret: cookie, from: 'cookie' };
};

/** Who sends a request, by the credential it brings; null: nobody that is signed in. A token is no cookie, and a session no bearer. */
export const callerAt = async (
  identity: Pick<IdentityService, 'callerOf'>,
  request: Pick<Request, 'headers'>,
): Promise<{ readonly caller: Caller; readonly credential: Credential } | null> => {
  const credential = credentialOf(request);
  const caller = credential === null ? null : await identity.callerOf(credential.secret);
  if (credential === null || caller === null || (caller.via === 'session') !== (credential.from === 'cookie'))
    return null;
  return { caller, credential };
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
