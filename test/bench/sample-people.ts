import { changeFirstPassword } from '../support/first-password.ts';

/** Somebody at work: signed in, with the projects that their lists show. */
export interface Person {
  readonly cookie: string;
  readonly projects: readonly string[]; // ids
}

const ACCOUNTS = 20;
const UNITS = ['QL-1', 'QL-2', 'QL-GK', 'QL-YS', 'QL-BH']; // of the sample
const FIRST_PASSWORD = 'First-boat-41';
const JSON_TYPE = { 'content-type': 'application/json' };

const accountOf = (index: number): object => {
  const own = { user: `person-${index}`, name: `同志${index}`, password: FIRST_PASSWORD };
  return index % 4 === 0
    ? { ...own, roles: ['supervisor'], scope: 'all' }
    : { ...own, roles: ['clerk'], scope: 'unit-and-below', unit: UNITS[index % UNITS.length] };
};

/** So many people of a served sample bureau, on twenty accounts: a quarter see all, the others what their units hold. */
export const peopleOf = async (
  { port, cookie }: { readonly port: number; readonly cookie: string },
  count: number,
): Promise<readonly Person[]> => {
  const address = `http://127.0.0.1:${port}`;
  const answered = async (path: string, init: RequestInit): Promise<Response> => {
    const answer = await fetch(`${address}/api/${path}`, init);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const post = (path: string, body: object, headers: object = {}): Promise<Response> =>
    answered(path, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) });
  const accounts: Person[] = [];
  for (let index = 0; index < ACCOUNTS; index += 1) {
    await post('accounts', accountOf(index), { cookie });
    const signIn = await changeFirstPassword(address, { user: `person-${index}`, password: FIRST_PASSWORD });
    const own = (await post('session', signIn)).headers.get('set-cookie')!.split(';')[0]!;
    const list = await answered('lists/live?limit=100', { headers: { cookie: own } });
    const { rows } = (await list.json()) as { rows: readonly { id: string }[] };
    accounts.push({ cookie: own, projects: rows.map(({ id }) => id) });
  }
  return Array.from({ length: count }, (_, index) => accounts[index % ACCOUNTS]!);
};
