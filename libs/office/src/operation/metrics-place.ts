import type { MetricsPlace } from '#telemetry';
import type { WrongSetting } from '../config-refused.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const ADDRESS = /^(?:\[(?<six>[\da-f:]+)\]|(?<host>[\w.-]+)):(?<port>\d{1,5})$/i;
const TOKEN = /^[\x21-\x7e]{16,200}$/;

/** The host and port that an address names; null: it is none. */
const readAddress = (address: string): Pick<MetricsPlace, 'host' | 'port'> | null => {
  const { six, host = six, port = '' } = ADDRESS.exec(address)?.groups ?? {};
  return host === undefined || Number(port) > 65_535 ? null : { host, port: Number(port) };
};

/** Where the environment wants metrics to be read: null unless it says so. What cannot be right is added to `wrong`. */
export const readMetricsPlace = (
  environment: Readonly<Record<string, string | undefined>>,
  wrong: WrongSetting[],
): MetricsPlace | null => {
  const said = (name: string): string => environment[name]?.trim() ?? '';
  const [address, token] = [said('LUODI_METRICS'), said('LUODI_METRICS_TOKEN')];
  if (token !== '' && !TOKEN.test(token))
    wrong.push({
      name: 'LUODI_METRICS_TOKEN',
      as: '…',
      must: { zh: '应为 16 到 200 个可见的英文字符', en: 'must be 16 to 200 printable characters' },
    });
  if (address === '') return null;
  const place = readAddress(address);
  if (place === null) {
    wrong.push({ name: 'LUODI_METRICS', as: address, must: { zh: '应为 主机:端口', en: 'must be HOST:PORT' } });
    return null;
  }
  if (token === '' && !LOOPBACK.has(place.host))
    wrong.push({
      name: 'LUODI_METRICS',
      as: address,
      must: {
        zh: '别的机器也能访问，须同时设置 LUODI_METRICS_TOKEN',
        en: 'others than this machine reach it, so set LUODI_METRICS_TOKEN',
      },
    });
  return { ...place, token: token === '' ? null : token };
};
