import { COMMAND_NEEDS, MAY, ROLES, type Permission } from './roles.ts';
import { narrowed, scopeOf, type ScopeKind } from './scope.ts';

const tree: Record<string, string[]> = { '01': ['01', '招商局', '0101', '一组'], '0101': ['0101', '一组'] };
const names: Record<string, string[]> = { '01': ['01', '招商局'], '0101': ['0101', '一组'] };
const scope = (kind: ScopeKind, units: string[] = [], unit: string | null = '0101') =>
  scopeOf(
    { scope: { kind, units }, unit, user: 'wangqiang' },
    (code) => tree[code] ?? null,
    (code) => names[code] ?? null,
  );

it('a scope is the units whose projects may be seen, under every name they are written', () => {
  expect(scope('all')).toEqual({ all: true });
  expect(scope('units', ['01'])).toEqual({ all: false, units: ['01', '招商局', '0101', '一组'], person: null });
  expect(scope('unit-and-below', [], '01')).toEqual({
    all: false,
    units: ['01', '招商局', '0101', '一组'],
    person: null,
  });
  expect(scope('unit', [], '01')).toEqual({ all: false, units: ['01', '招商局'], person: null });
  expect(scope('own-projects')).toEqual({ all: false, units: [], person: 'wangqiang' });
});

it('an account without a unit, or with one the tree does not know, sees nothing', () => {
  expect(scope('unit', [], null)).toEqual({ all: false, units: [], person: null });
  expect(scope('unit-and-below', [], null)).toEqual({ all: false, units: [], person: null });
  expect(scope('units', ['99'])).toEqual({ all: false, units: [], person: null });
});

it('who reports does not certify, and auditors and leaders change no facts', () => {
  expect(MAY.clerk).not.toContain(COMMAND_NEEDS.CertifyStart);
  expect(MAY.clerk).not.toContain(COMMAND_NEEDS.CertifyArrival);
  for (const role of ['auditor', 'leader'] as const) expect(MAY[role]).not.toContain('record-facts');
  const holding = (permission: Permission) => ROLES.filter((role) => MAY[role].includes(permission));
  expect(holding('keep-accounts')).toEqual(['admin', 'system-admin']);
  expect(holding('grant-rights')).toEqual(['admin', 'security-admin']);
});

it('a token keeps no permission that its account has lost', () =>
  expect([...narrowed(['auditor'], ['see-projects', 'record-facts'])]).toEqual(['see-projects']));
