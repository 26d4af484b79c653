import type { LogKind } from '#event-store';
import { ConfigRefused } from './config-refused.ts';

/** Where the log is kept, and how it is reached. */
export type LogPlace =
  | { readonly kind: Extract<LogKind, 'postgres'> }
  | {
      readonly kind: Extract<LogKind, 'kurrentdb'>;
      readonly url: string;
      readonly prefix: string; // of the names of its streams: several logs may share a server
    };

const PROTOCOL = /^(kurrentdb|kurrent|kdb|esdb)(\+discover)?:\/\/[^/]+/;
const PREFIX = /^[a-z][a-z0-9-]{0,30}-$/;

/** What the environment says of it; what is wrong is added to `problems`. */
export const readLogPlace = (
  environment: Readonly<Record<string, string | undefined>>,
  problems: string[],
): LogPlace => {
  const said = (name: string): string => environment[name]?.trim() ?? '';
  const [kind, url, prefix] = [said('EVENT_STORE'), said('KURRENTDB_URL'), said('KURRENTDB_PREFIX') || 'luodi-'];
  if (kind === '' || kind === 'postgres') return { kind: 'postgres' };
  if (kind !== 'kurrentdb') problems.push(`EVENT_STORE=${kind}: must be postgres or kurrentdb`);
  else if (!PROTOCOL.test(url)) problems.push('KURRENTDB_URL=…: must be a kurrentdb:// address');
  if (!PREFIX.test(prefix)) problems.push(`KURRENTDB_PREFIX=${prefix}: must be small letters and digits, ending in -`);
  return { kind: 'kurrentdb', url, prefix };
};

/** The log of this kind, reached as the environment says. Throws ConfigRefused. */
export const readLogPlaceOf = (kind: string, environment: Readonly<Record<string, string | undefined>>): LogPlace => {
  const problems: string[] = [];
  const place = readLogPlace({ ...environment, EVENT_STORE: kind }, problems);
  if (problems.length > 0) throw new ConfigRefused(problems);
  return place;
};
