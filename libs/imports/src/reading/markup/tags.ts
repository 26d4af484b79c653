/** What an HTML text is made of, one piece after the other. Names are in small letters. */
interface Hearing {
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

// prettier-ignore
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', yen: '¥', middot: '·', mdash: '—', ndash: '–', times: '×', hellip: '…',
  ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', permil: '‰', deg: '°', plusmn: '±', euro: '€', pound: '£',
};

const codePoint = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');

export const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));?/g, (whole, decimal, hex, name) => {
        if (decimal !== undefined) return codePoint(Number(decimal));
        if (hex !== undefined) return codePoint(parseInt(hex as string, 16));
        return Object.hasOwn(ENTITIES, name as string) ? ENTITIES[name as string]! : whole;
      })
    : text;

/** Where a tag that begins at a place ends: a > outside quotes. */
const endOf = (html: string, from: number): number => {
  let quote = '';
  for (let at = from; at < html.length; at += 1) {
    const sign = html[at]!;
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at;
  }
  return html.length;
};

const after = (html: string, mark: string, from: number): number => {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
};

const CLOSING: Readonly<Record<string, RegExp>> = { script: /<\/script/gi, style: /<\/style/gi };

/** What scripts and styles hold is no text: where they end. */
const skipped = (html: string, name: string, from: number): number => {
  const closing = CLOSING[name];
  if (closing === undefined) return from;
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
};

const LONGEST_TAG = 10_000;

/** Walks an HTML text once. Nothing is fetched, nothing is run. */
export const hear = (html: string, { open, close, text }: Hearing): void => {
  for (let at = 0; at < html.length;) {
    const next = html.indexOf('<', at);
    const end = next < 0 ? html.length : next;
    if (end > at) text(decoded(html.slice(at, end)));
    if (next < 0) return;
    if (html.startsWith('<!--', next)) {
      at = after(html, '-->', next);
      continue;
    }
    const last = endOf(html, next);
    const inside = html.slice(next + 1, Math.min(last, next + LONGEST_TAG));
    const [, slash, name] = /^(\/?)([A-Za-z][\w:]{0,30})/.exec(inside) ?? [];
    at = last + 1;
    if (name === undefined) continue;
    if (slash === '/') close(name.toLowerCase());
    else {
      open(name.toLowerCase(), inside.slice(name.length));
      at = skipped(html, name.toLowerCase(), at);
    }
  }
};

const valueOf = (name: string): RegExp =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
const ATTRIBUTES = {
  colspan: valueOf('colspan'),
  rowspan: valueOf('rowspan'),
  style: valueOf('style'),
  class: valueOf('class'),
};

/** The value of an attribute; null where the tag has none of this name. */
export const attribute = (attributes: string, name: keyof typeof ATTRIBUTES): string | null => {
  const [, double, single, bare] = ATTRIBUTES[name].exec(attributes) ?? [];
  return double ?? single ?? bare ?? null;
};
