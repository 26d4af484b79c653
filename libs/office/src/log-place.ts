import type { LogKind } from '#event-store';
import { ConfigRefused, type WrongSetting } from './config-refused.ts';

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

/** What the environment says of it; what cannot be right is added to `wrong`. */
export const readLogPlace = (
  environment: Readonly<Record<string, string | undefined>>,
  wrong: WrongSetting[],
): LogPlace => {
  const said = (name: string): string => environment[name]?.trim() ?? '';
  const [kind, url, prefix] = [said('EVENT_STORE'), said('KURRENTDB_URL'), said('KURRENTDB_PREFIX') || 'luodi-'];
  if (kind === '' || kind === 'postgres') return { kind: 'postgres' };
  if (kind !== 'kurrentdb')
    wrong.push({
      name: 'EVENT_STORE',
      as: kind,
      must: { zh: '应为 postgres 或 kurrentdb', en: 'must be postgres or kurrentdb' },
    });
  else if (!PROTOCOL.test(url))
    wrong.push({
      name: 'KURRENTDB_URL',
      as: '…',
      must: { zh: '应为 kurrentdb:// 地址', en: 'must be a kurrentdb:// address' },
    });
  if (!PREFIX.test(prefix))
    wrong.push({
      name: 'KURRENTDB_PREFIX',
      as: prefix,
      must: { zh: '应为小写字母和数字，以 - 结尾', en: 'must be small letters and digits, ending in -' },
    });
  return { kind: 'kurrentdb', url, prefix };
};

/** The log of this kind, reached as the environment says. Throws ConfigRefused. */
export const readLogPlaceOf = (kind: string, environment: Readonly<Record<string, string | undefined>>): LogPlace => {
  const wrong: WrongSetting[] = [];
  const place = readLogPlace({ ...environment, EVENT_STORE: kind }, wrong);
  if (wrong.length > 0) throw new ConfigRefused(wrong);
  return place;
};
