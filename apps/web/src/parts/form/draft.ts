import type { Values } from './field-values.ts';

/** What somebody typed into a form and did not send: kept on this machine, for this account and this form, until it is sent or thrown away. */
export interface Draft {
  readonly kept: Values | null;
  readonly keep: (values: Values) => void;
  readonly drop: () => void;
}

const PREFIX = 'luodi-draft';

export const draftOf = (account: string, form: string): Draft => {
  const key = `${PREFIX}:${account}:${form}`;
  const read = (): Values | null => {
    try {
      return JSON.parse(localStorage.getItem(key) ?? 'null') as Values | null;
    } catch {
      return null; // written by hand or by an older page: nothing to restore
    }
  };
  return {
    kept: read(),
    keep: (values) => {
      try {
        localStorage.setItem(key, JSON.stringify(values));
      } catch {
        // A full or forbidden storage costs the draft, never the form.
      }
    },
    drop: () => {
      localStorage.removeItem(key);
    },
  };
};
