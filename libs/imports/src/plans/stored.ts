import type { IsoDate, RecordedEvent } from '#domain';
import { plain } from '../judge/similarity.ts';

/** A project already in the log, as far as an import must know it. */
export interface Stored {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly contractNo: string | null;
  readonly nationalCode: string | null;
  readonly investor: string | null;
  readonly endedOn: IsoDate | null; // dropped, terminated, completed or merged
  readonly signedOn: IsoDate | null;
  readonly contracted: string | null; // in 元 of its currency
}
export interface SharedKeys {
  readonly code: string | null;
  readonly nationalCode: string | null;
  readonly contractNo: string | null;
  readonly name: string | null;
  readonly firm?: string | undefined; // by which a row names its project, or who invests
}

/** The projects that share something with the rows of a file. */
interface Candidates {
  readonly of: (keys: SharedKeys) => readonly Stored[];
}

export interface StoredProjects {
  /** One look-up for the whole file. */
  readonly find: (keys: readonly SharedKeys[]) => Promise<Candidates>;
  readonly history: (id: string) => Promise<readonly RecordedEvent[]>;
}

/** Finds candidates by each key; names without blanks, punctuation and width. */
export const candidatesOf = (found: readonly Stored[]): Candidates => {
  const by = new Map<string, Stored[]>();
  const put = (kind: string, key: string | null, one: Stored): void => {
    if (key !== null) by.set(`${kind}\n${key}`, [...(by.get(`${kind}\n${key}`) ?? []), one]);
  };
  for (const one of found) {
    put('code', one.code, one);
    put('contract', one.contractNo, one);
    put('national', one.nationalCode, one);
    put('name', plain(one.name), one);
    put('firm', one.investor === null ? null : plain(one.investor), one);
  }
  const get = (kind: string, key: string | null): readonly Stored[] =>
    key === null ? [] : (by.get(`${kind}\n${key}`) ?? []);
  return {
    of: ({ code, contractNo, nationalCode, name, firm }) => [
      ...new Set([
        ...get('code', code),
        ...get('contract', contractNo),
        ...get('national', nationalCode),
        ...get('name', name === null ? null : plain(name)),
        ...get('firm', firm === undefined ? null : plain(firm)),
      ]),
    ],
  };
};
