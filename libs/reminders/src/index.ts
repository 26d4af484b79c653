export { owed, type Addressee, type HolderOf, type Outcome, type Owed } from './owed.ts';
