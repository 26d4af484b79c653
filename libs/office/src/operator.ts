import { ALL_PERMISSIONS, type Caller } from '#identity';

/** Who works at the machine itself, on the command line: may do everything and sees everything. */
export const OPERATOR: Caller = {
  account: 'luodi-cli',
  user: 'luodi-cli',
  name: 'luodi-cli',
  unit: null,
  roles: [],
  permissions: new Set(ALL_PERMISSIONS),
  scope: { kind: 'all', units: [] },
  via: 'token',
  credential: 'luodi-cli',
  mustChangePassword: false,
};
