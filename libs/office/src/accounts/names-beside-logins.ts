/** Fields of answers that hold logins: one, or a list of them. `raisedBy` is none: a unit raises an issue. */
const LOGINS: readonly string[] = ['by', 'reviewedBy', 'acknowledgedBy', 'actor'];
const RECORDED = 'data'; // a fact stands as it was recorded: its hash covers these very fields

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value) as null);
const isUser = ({ user, name }: Fields): boolean => typeof user === 'string' && name === undefined;
const isLogins = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Whether a field holds logins. Beside a period `by` is what its figures are told apart by, and nobody. */
const holdsLogins = (field: string, owner: Fields): boolean =>
  LOGINS.includes(field) && !(field === 'by' && typeof owner['period'] === 'string');

/** The logins in a field; null: it is none for them. */
const loginsIn = (field: string, owner: Fields): readonly string[] | null => {
  if (!holdsLogins(field, owner)) return null;
  const held = owner[field];
  if (typeof held === 'string') return [held];
  return isLogins(held) ? held : null;
};

/** Gathers the logins of an answer; tells whether it has any field for them, be it an empty list. */
const gather = (value: unknown, into: Set<string>): boolean => {
  if (Array.isArray(value)) return value.reduce<boolean>((found, one) => gather(one, into) || found, false);
  if (!isFields(value)) return false;
  let found = isUser(value);
  if (found) into.add(value['user'] as string);
  for (const [field, held] of Object.entries(value)) {
    if (field === RECORDED) continue;
    const logins = loginsIn(field, value);
    for (const login of logins ?? []) into.add(login);
    if (logins !== null || gather(held, into)) found = true;
  }
  return found;
};

const named = (value: unknown, nameOf: (login: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((one) => named(one, nameOf));
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, held]): [string, unknown][] => {
      if (field === RECORDED) return [[field, held]];
      if (field === 'user' && isUser(value))
        return [
          [field, held],
          ['name', nameOf(held as string)],
        ];
      if (holdsLogins(field, value) && typeof held === 'string')
        return [
          [field, held],
          [`${field}Name`, nameOf(held)],
        ];
      if (holdsLogins(field, value) && isLogins(held))
        return [
          [field, held],
          [`${field}Names`, held.map(nameOf)],
        ];
      return [[field, named(held, nameOf)]];
    }),
  );
};

/**
 * An answer with the person's name beside every login that it shows: `by` gets `byName`, `acknowledgedBy` gets `acknowledgedByNames`, `{user, unit}` gets `name`.
 * Where no account has the login, the login stands there again. An answer without logins is passed on as it is.
 */
export const withNames = async (
  answer: unknown,
  namesOf: (logins: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<unknown> => {
  const logins = new Set<string>();
  if (!gather(answer, logins)) return answer;
  const names = await namesOf([...logins]);
  return named(answer, (login) => names.get(login) ?? login);
};
