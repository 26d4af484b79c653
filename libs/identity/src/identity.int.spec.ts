import { migrate } from '#database';
import { readCommand, type Rejected } from '#domain';
import { eventStoreMigrations, postgresStore, publishNews, type EventStore } from '#event-store';
import { freshDatabase, type TestDatabase } from '../../../test/support/postgres.ts';
import { ChangeAccount, CreateAccount } from './commands.ts';
import { IDENTITY_STREAM } from './events.ts';
import { openIdentity, type IdentityService } from './identity.ts';
import type { IdentityRejectionCode } from './rejections.ts';
import type { Caller } from './scope.ts';
import { FREE_ATTEMPTS } from './attempts.ts';
import { IDLE_HOURS } from './sign-in.ts';
import { identityMigrations } from './tables.ts';

let database: TestDatabase;
let store: EventStore;
let identity: IdentityService;
let now = new Date('2026-03-02T01:00:00Z');
let count = 0;
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const boss = { user: 'admin', unit: null };
const PASSWORD = 'River-boat-42';

beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.pool, [...eventStoreMigrations, ...identityMigrations]);
  store = postgresStore(database);
  identity = openIdentity(database.pool, store, () => now);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const newAccount = async (more: object = {}) => {
  const user = `user${(count += 1)}`;
  const { account } = await identity.createAccount(
    readCommand(CreateAccount, { user, name: '李四', roles: ['clerk'], scope: 'all', password: PASSWORD, ...more }),
    boss,
  );
  return account;
};
const keeperOf = async (role: string) => callerOf((await newAccount({ roles: [role] })).user);
const enter = (user: string, password = PASSWORD) => identity.signIn({ user, password }, '10.0.0.1');
const callerOf = async (user: string): Promise<Caller> => (await identity.callerOf((await enter(user)).secret))!;
const changed = (more: object) => readCommand(ChangeAccount, { name: '李四', roles: ['clerk'], scope: 'all', ...more });
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'accepted',
    (error: Rejected) => error.code,
  );
const factsOf = async (account: string) =>
  (await store.readStream(IDENTITY_STREAM))
    .filter(({ event }) => (event.data as { account: string }).account === account)
    .map(({ event }) => event.type);

it('the first start makes one administrator with a random password, once, whoever asks at the same time', async () => {
  const made = await Promise.all([
    identity.firstAdministrator(),
    identity.firstAdministrator(),
    identity.firstAdministrator(),
  ]);
  expect(made.filter((one) => one !== null)).toHaveLength(1);
  const first = made.find((one) => one !== null)!;
  expect(await enter('admin', first.password)).toMatchObject({ mustChangePassword: true });
  expect(await identity.firstAdministrator()).toBeNull();
});

it('a session is found by its secret, of which the database holds a hash only, and ends with the sign-out', async () => {
  const { user, id } = await newAccount({ unit: '0101', scope: 'unit' });
  const { secret } = await enter(user.toUpperCase());
  expect(await identity.callerOf(secret)).toMatchObject({
    account: id,
    user,
    unit: '0101',
    via: 'session',
    scope: { kind: 'unit', units: [] },
  });
  const { rows } = await database.pool.query(
    'select s.*, a.password_hash from session s join account a on a.id = s.account where a.id = $1',
    [id],
  );
  expect(JSON.stringify(rows)).not.toContain(secret);
  await identity.signOut(secret);
  expect(await identity.callerOf(secret)).toBeNull();
  expect(await identity.callerOf('no such secret')).toBeNull();
});

it('a session that is not used ends, and one that is used ends after a day', async () => {
  const { user } = await newAccount();
  const { secret } = await enter(user);
  later(IDLE_HOURS * 60 + 1);
  expect(await identity.callerOf(secret)).toBeNull();
  const again = await enter(user);
  for (let hours = 0; hours < 20; hours += 5) {
    later(300);
    expect(await identity.callerOf(again.secret)).not.toBeNull();
  }
  later(300);
  expect(await identity.callerOf(again.secret)).toBeNull();
});

const from = (address: string) => (user: string, password: string) => identity.signIn({ user, password }, address);

it('who fails waits longer each time, and nobody else: the right password from another address is let in at once', async () => {
  const { user, id } = await newAccount();
  for (let attempt = 1; attempt <= FREE_ATTEMPTS; attempt += 1)
    expect(await codeOf(enter(user, 'wrong'))).toBe('sign-in-refused');
  expect(await codeOf(enter(user))).toBe('sign-in-slowed');
  expect(await codeOf(from('10.0.0.2')(user, PASSWORD))).toBe('accepted');
  expect(await identity.account(id)).toMatchObject({ locked: true });
  later(5);
  expect(await codeOf(enter(user))).toBe('accepted');
  expect(await factsOf(id)).toEqual(['AccountCreated', 'SignInSlowed', 'SignedIn', 'SignedIn']);
});

it('guesses sent at once are counted like guesses sent in turn, and right passwords sent at once all let in', async () => {
  const { user } = await newAccount();
  const answers = await Promise.all(Array.from({ length: 20 }, () => codeOf(enter(user, 'wrong'))));
  expect(answers.filter((code) => code === 'sign-in-refused')).toHaveLength(FREE_ATTEMPTS);
  const { user: crowd } = await newAccount();
  const right = await Promise.all(Array.from({ length: 30 }, () => codeOf(enter(crowd))));
  expect(right).toEqual(Array<string>(30).fill('accepted'));
});

it('an account that does not exist answers and slows down like one that does', async () => {
  const answers: string[] = [];
  for (let attempt = 0; attempt <= FREE_ATTEMPTS; attempt += 1)
    answers.push(await codeOf(enter('nobody-here', 'wrong')));
  expect(answers).toEqual([...Array<string>(FREE_ATTEMPTS).fill('sign-in-refused'), 'sign-in-slowed']);
});

it.each(['аdmin', 'ａｄｍｉｎ', 'ad​min', '@admin'])(
  'a login that only looks like another is refused: %s',
  async (user) => expect(await codeOf(newAccount({ user }))).toBe('user-name-invalid'),
);

it.each(['system', 'luodi-cli', 'Reminder-Process'])('nobody signs in as the product itself: %s', async (user) =>
  expect(await codeOf(newAccount({ user }))).toBe('user-name-taken'),
);

it('a token ends with the password under which it was issued, and with the account', async () => {
  const { user, id } = await newAccount();
  const caller = await callerOf(user);
  const issue = async (who: Caller) =>
    (await identity.issueToken(who, { name: 'script', permissions: ['see-projects'], days: 30 })).secret;
  const first = await issue(caller);
  await identity.changePassword(caller, { current: PASSWORD, next: 'Mountain-lake-7' });
  expect(await identity.callerOf(first)).toBeNull();
  const second = await issue(caller);
  const password = await identity.resetPassword(id, boss);
  expect(await identity.callerOf(second)).toBeNull();
  const renewed = (await identity.callerOf((await enter(user, password)).secret))!;
  expect(await codeOf(issue(renewed))).toBe('token-before-password');
});

it('an administrator unlocks, and resets a password that must then be changed', async () => {
  const { user, id } = await newAccount();
  for (let attempt = 0; attempt < FREE_ATTEMPTS; attempt += 1) await codeOf(enter(user, 'wrong'));
  expect(await identity.unlockAccount(id, boss)).toMatchObject({ locked: false });
  const { secret } = await enter(user);
  const password = await identity.resetPassword(id, boss);
  expect(await identity.callerOf(secret)).toBeNull();
  expect(await codeOf(enter(user))).toBe('sign-in-refused');
  expect(await enter(user, password)).toMatchObject({ mustChangePassword: true });
});

it('a changed password ends the other sessions and keeps the one that changed it', async () => {
  const { user } = await newAccount();
  const other = await enter(user);
  const mine = await enter(user);
  const caller = (await identity.callerOf(mine.secret))!;
  await identity.changePassword(caller, { current: PASSWORD, next: 'Mountain-lake-7' });
  expect(await identity.callerOf(other.secret)).toBeNull();
  expect(await identity.callerOf(mine.secret)).not.toBeNull();
  expect(await codeOf(enter(user))).toBe('sign-in-refused');
});

it('roles taken away and accounts disabled act at once, on sessions and on tokens', async () => {
  const { user, id } = await newAccount({ roles: ['supervisor', 'clerk'] });
  const caller = await callerOf(user);
  const { secret } = await identity.issueToken(caller, {
    name: 'script',
    permissions: ['see-projects', 'decide'],
    days: 30,
  });
  expect([...(await identity.callerOf(secret))!.permissions]).toEqual(['see-projects', 'decide']);
  await identity.changeAccount(id, changed({ roles: ['clerk'] }), boss);
  expect([...(await identity.callerOf(secret))!.permissions]).toEqual(['see-projects']);
  await identity.changeAccount(id, changed({ disabled: true }), boss);
  expect(await identity.callerOf(secret)).toBeNull();
  expect(await codeOf(enter(user))).toBe('sign-in-refused');
  expect(await factsOf(id)).toEqual([
    'AccountCreated',
    'SignedIn',
    'TokenIssued',
    'RoleRevoked',
    'AccountDisabled',
    'TokenRevoked',
  ]);
});

it('a token ends on its day and when it is revoked, by its owner only', async () => {
  const { user } = await newAccount();
  const caller = await callerOf(user);
  const short = await identity.issueToken(caller, { name: 'short', permissions: ['see-projects'], days: 1 });
  const long = await identity.issueToken(caller, { name: 'long', permissions: ['see-projects'], days: 366 });
  later(24 * 60 + 1);
  expect(await identity.callerOf(short.secret)).toBeNull();
  const stranger = await callerOf((await newAccount()).user);
  expect(await codeOf(identity.revokeToken(stranger, long.token.id))).toBe('token-unknown');
  await identity.revokeToken(caller, long.token.id);
  expect(await identity.callerOf(long.secret)).toBeNull();
  expect((await identity.tokens(caller)).map(({ name, revoked }) => [name, revoked])).toEqual([
    ['long', true],
    ['short', false],
  ]);
});

it('facts that did not reach the log before a crash reach it later, once, and none holds a secret', async () => {
  const { id } = await newAccount();
  const { rows } = await database.pool.query<{ event: { id: string } }>(
    `insert into news (stream, command_id, event) select 'identity-main', gen_random_uuid(), jsonb_build_object('id', gen_random_uuid(), 'schemaVersion', 1,
       'event', jsonb_build_object('type', 'AccountEnabled', 'occurredOn', '2026-03-02', 'data', jsonb_build_object('account', $1::text)),
       'meta', jsonb_build_object('actor', jsonb_build_object('user', 'admin', 'unit', null), 'commandId', 'c-1')) returning event`,
    [id],
  );
  expect(rows).toHaveLength(1);
  await Promise.all([publishNews(database.pool, store), publishNews(database.pool, store)]);
  expect(await factsOf(id)).toEqual(['AccountCreated', 'AccountEnabled']);
  const log = JSON.stringify((await store.readStream(IDENTITY_STREAM)).map(({ event, meta }) => ({ event, meta })));
  for (const secret of [PASSWORD, '$argon2', 'luodi_']) expect(log).not.toContain(secret);
});

it('three administrators: one makes an account, another says what it may, and the first administrator can go', async () => {
  const [keeps, grants] = [await keeperOf('system-admin'), await keeperOf('security-admin')];
  const account = { user: 'sanyuan', name: '周宁', unit: '0101' };
  const make = (more: object) =>
    identity.createAccount(readCommand(CreateAccount, { ...account, roles: [], ...more }), boss, keeps);
  expect(await codeOf(make({ roles: ['clerk'], scope: 'unit' }))).toBe('rights-granted-by-others');
  expect(await codeOf(make({ scope: 'all' }))).toBe('rights-granted-by-others');
  const { account: made, password } = await make({ scope: 'own-projects' });
  await identity.changePassword((await identity.callerOf((await enter('sanyuan', password!)).secret))!, {
    current: password!,
    next: PASSWORD,
  });
  expect([...(await callerOf('sanyuan')).permissions]).toEqual([]); // may nothing yet
  const rights = { name: '周宁', unit: '0101', roles: ['clerk'], scope: 'unit' };
  await identity.changeAccount(made.id, changed(rights), boss, grants);
  expect((await callerOf('sanyuan')).permissions.has('record-facts')).toBe(true);
  expect(await codeOf(identity.changeAccount(made.id, changed({ ...rights, disabled: true }), boss, grants))).toBe(
    'account-kept-by-others',
  );
  await identity.changeAccount(made.id, changed({ ...rights, name: '周宁宁' }), boss, keeps);
  await identity.resetPassword(made.id, boss, keeps);
  await identity.resetPassword(keeps.account, boss, grants);
  expect(await codeOf(identity.resetPassword(made.id, boss, grants))).toBe('password-reset-by-others');
});

// Every rule has its line here: a new code does not compile without one.
const refusals: Record<IdentityRejectionCode, () => Promise<unknown>> = {
  'sign-in-refused': async () => enter((await newAccount()).user, 'wrong'),
  'sign-in-slowed': async () => {
    const { user } = await newAccount();
    for (let n = 0; n < FREE_ATTEMPTS; n += 1) await codeOf(enter(user, 'x'));
    return enter(user);
  },
  'token-before-password': async () => {
    const { user } = await newAccount();
    const renewed = { ...(await callerOf(user)), mustChangePassword: true };
    return identity.issueToken(renewed, { name: 'x', permissions: ['see-projects'], days: 1 });
  },
  'account-unknown': () => identity.account('1; drop table account'),
  'user-name-taken': async () => newAccount({ user: (await newAccount()).user.toUpperCase() }),
  'user-name-invalid': () => newAccount({ user: 'two words' }),
  'password-too-short': () => newAccount({ password: 'Ab1-' }),
  'password-too-long': () => newAccount({ password: 'River-boat-42'.repeat(12) }),
  'password-too-simple': () => newAccount({ password: 'aaaaaaaaaaaa' }),
  'password-contains-user-name': () => newAccount({ user: 'zhaoliu', password: 'Zhaoliu-2026-x' }),
  'password-unchanged': async () =>
    identity.changePassword(await callerOf((await newAccount()).user), { current: PASSWORD, next: PASSWORD }),
  'password-wrong': async () =>
    identity.changePassword(await callerOf((await newAccount()).user), { current: 'wrong', next: 'Mountain-lake-7' }),
  'roles-missing': () => newAccount({ roles: [] }),
  'scope-units-missing': () => newAccount({ scope: 'units' }),
  'scope-unit-missing': () => newAccount({ scope: 'unit' }),
  'last-administrator': async () => {
    for (const { id, name, roles, disabled } of await identity.accounts())
      if (roles.some((role) => role.endsWith('-admin')) && !disabled)
        await identity.changeAccount(id, changed({ name, roles, disabled: true }), boss);
    const [admin] = (await identity.accounts()).filter(({ user }) => user === 'admin');
    return identity.changeAccount(admin!.id, changed({ roles: ['clerk'] }), boss);
  },
  'duties-apart': () => newAccount({ roles: ['security-admin', 'auditor'] }),
  'account-kept-by-others': async () => {
    const { id } = await newAccount();
    return identity.changeAccount(id, changed({ name: '李五' }), boss, await keeperOf('security-admin'));
  },
  'rights-granted-by-others': async () => {
    const { id } = await newAccount();
    return identity.changeAccount(id, changed({ roles: ['leader'] }), boss, await keeperOf('system-admin'));
  },
  'own-rights': async () => {
    const keeper = await keeperOf('security-admin');
    return identity.changeAccount(keeper.account, changed({ roles: ['clerk'] }), boss, keeper);
  },
  'admin-by-admin': async () => {
    const { id } = await newAccount();
    return identity.changeAccount(id, changed({ roles: ['admin'] }), boss, await keeperOf('security-admin'));
  },
  'password-reset-by-others': async () => {
    const { id } = await newAccount({ roles: ['auditor'] });
    return identity.resetPassword(id, boss, await keeperOf('system-admin'));
  },
  'token-unknown': async () => identity.revokeToken(await callerOf((await newAccount()).user), 'none'),
  'token-beyond-roles': async () =>
    identity.issueToken(await callerOf((await newAccount()).user), {
      name: 'x',
      permissions: ['keep-accounts'],
      days: 1,
    }),
  'token-needs-session': async () => {
    const caller = await callerOf((await newAccount()).user);
    const { secret } = await identity.issueToken(caller, { name: 'x', permissions: ['see-projects'], days: 1 });
    return identity.issueToken((await identity.callerOf(secret))!, {
      name: 'y',
      permissions: ['see-projects'],
      days: 1,
    });
  },
};
it.each(Object.entries(refusals))('refuses: %s', async (code, attempt) => expect(await codeOf(attempt())).toBe(code));
