const MOBILE = /(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g;
const LANDLINE = /(?<!\d)(0\d{2,3}-?)\d{3,4}(\d{4})(?!\d)/g;
const MAIL = /[\w.+-]+@([\w-]+\.[\w.-]+)/g;
const IDENTITY = /(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?!\d)/g; // GB 11643: eighteen signs

/** Free text is written by people about people: what reaches one of them is masked before it leaves the house (README, "Contacts"). */
export const withoutContacts = (text: string): string =>
  text
    .replace(IDENTITY, '$1********$2')
    .replace(MOBILE, '$1****$2')
    .replace(LANDLINE, '$1****$2')
    .replace(MAIL, '***@$1');
