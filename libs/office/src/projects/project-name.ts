import { findProjects, type Found } from '#projections';
import type { Office } from '../office.ts';

/** What a project is called; its id where nobody knows it. */
export const projectNamed = async (
  { pool, projects }: Pick<Office, 'pool' | 'projects'>,
  id: string,
): Promise<string> => {
  const name = async (): Promise<string | undefined> =>
    (await findProjects(pool, id)).find((one) => one.id === id)?.name;
  const known = await name();
  if (known !== undefined) return known;
  await projects.catchUp(); // registered a moment ago: what is opened for it keeps its name for ever
  return (await name()) ?? id;
};

/** Projects that a text names, for an operator: by id, code, national code, contract number or exact name. */
export const projectsCalled = ({ pool }: Office, text: string): Promise<readonly Found[]> => findProjects(pool, text);
