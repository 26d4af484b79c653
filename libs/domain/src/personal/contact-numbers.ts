const MOBILE = /(?<!\d)(1[3-9]\d)[- ]?\d{4}[- ]?(\d{4})(?!\d)/g;
const LANDLINE = /(?<!\d)(0\d{2,3}[- ]?)\d{3,4}[- ]?(\d{4})(?!\d)/g;
const MAIL = /[\w.+-]+@([\w-]+\.[\w.-]+)/g;
const IDENTITY = /(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?!\d)/g; // GB 11643: eighteen signs

/** What reaches one person: numbers of mobiles, landlines and identity cards, addresses of mail. The longer ones first. */
export const CONTACTS = [IDENTITY, MOBILE, LANDLINE, MAIL].map(({ source }) => source).join('|');

/** A text of free words without what reaches one of the people it tells of: masked before it leaves the house. */
export const withoutContacts = (text: string): string =>
  text
    .replace(IDENTITY, '$1********$2')
    .replace(MOBILE, '$1****$2')
    .replace(LANDLINE, '$1****$2')
    .replace(MAIL, '***@$1');

const FIRST = new RegExp(CONTACTS);

/** The first number or address in a text, in one form; null where there is none. */
export const contactIn = (text: string): string | null =>
  FIRST.exec(text)?.[0].replace(/[- ]/g, '').toLowerCase() ?? null;
