import type { MetricsPlace } from '#telemetry';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const ADDRESS = /^(?:\[(?<six>[\da-f:]+)\]|(?<host>[\w.-]+)):(?<port>\d{1,5})$/i;
const TOKEN = /^[\x21-\x7e]{16,200}$/;

/** Where the environment wants metrics to be read: null unless it says so. What is wrong is added to `problems`. */
export const readMetricsPlace = (
  environment: Readonly<Record<string, string | undefined>>,
  problems: string[],
): MetricsPlace | null => {
  const said = (name: string): string => environment[name]?.trim() ?? '';
  const [address, token] = [said('LUODI_METRICS'), said('LUODI_METRICS_TOKEN')];
  if (token !== '' && !TOKEN.test(token))
    problems.push('LUODI_METRICS_TOKEN=…: must be 16 to 200 printable characters');
  if (address === '') return null;
  const { six, host = six, port = '' } = ADDRESS.exec(address)?.groups ?? {};
  if (host === undefined || Number(port) > 65_535) {
    problems.push(`LUODI_METRICS=${address}: must be HOST:PORT`);
    return null;
  }
  if (token === '' && !LOOPBACK.has(host))
    problems.push(`LUODI_METRICS=${address}: others than this machine reach it, so set LUODI_METRICS_TOKEN`);
  return { host, port: Number(port), token: token === '' ? null : token };
};
