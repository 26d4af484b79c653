/** The longest text of a provider that is kept. */
const LONGEST_DETAIL = 300;

const HIDDEN = '***';

/** A provider or a mail server may say a secret back, as it was, in a URL, or in base64; no such text is kept. */
export const withoutSecrets = (text: string, secrets: readonly string[]): string => {
  const forms = secrets
    .filter((secret) => secret.length >= 4)
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
      Buffer.from(secret).toString('base64url'),
    ]);
  let clean = text;
  for (const form of [...new Set(forms)].sort((a, b) => b.length - a.length)) clean = clean.replaceAll(form, HIDDEN);
  return [...clean.replace(/\p{Cc}+/gu, ' ')].slice(0, LONGEST_DETAIL).join('');
};

/** An address for the page and the log: enough to recognise it, nothing to use it. Keys of robots stand in query values or in long path parts. */
export const masked = (address: string): string => {
  if (!URL.canParse(address)) return HIDDEN;
  const url = new URL(address);
  const path = url.pathname
    .split('/')
    .map((part) => (part.length >= 12 ? `${HIDDEN}${part.slice(-4)}` : part))
    .join('/');
  const query = [...url.searchParams]
    .map(([name, value]) => `${name}=${HIDDEN}${value.length >= 12 ? value.slice(-4) : ''}`)
    .join('&');
  return `${url.protocol}//${url.host}${path}${query === '' ? '' : `?${query}`}`;
};

/** The parts of an address that are secrets: query values and long path parts. */
export const secretsIn = (url: URL): readonly string[] =>
  [
    url.href,
    url.password,
    ...url.searchParams.values(),
    ...url.pathname.split('/').filter((part) => part.length >= 12),
  ].filter((part) => part !== '');
