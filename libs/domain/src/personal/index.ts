export { contactIn, withoutContacts } from './contact-numbers.ts';
export {
  FREE_WORDS,
  mayTellOfPeople,
  PERSONAL_COLUMNS,
  PERSONAL_FIELDS,
  treating,
  type Names,
  type Owner,
  type Treat,
} from './personal.ts';
export {
  byReference,
  ERASED,
  inEveryText,
  holdsSealed,
  maySeal,
  openedWith,
  refsIn,
  sealedAs,
  unnamed,
  type PersonRef,
} from './sealed-text.ts';
