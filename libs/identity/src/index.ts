export type { Account } from './accounts.ts';
export { accountBeyondLog } from './accounts-told.ts';
export { ChangeAccount, ChangePassword, CreateAccount, IssueToken, SignIn } from './commands.ts';
export { IDENTITY_STREAM, type IdentityEvent } from './events.ts';
export { openIdentity, type IdentityService } from './identity.ts';
export { SlowedDown } from './rejections.ts';
export {
  ALL_PERMISSIONS,
  COMMAND_NEEDS,
  MAY,
  PERMISSIONS,
  permissionsOf,
  ROLE_NAMES,
  ROLES,
  type Permission,
  type Role,
} from './roles.ts';
export { may, SCOPES, scopeOf, type Caller, type Holder, type Subtree, type VisibleProjects } from './scope.ts';
export { type SignedIn } from './sign-in.ts';
export { identityMigrations } from './tables.ts';
export type { ApiToken } from './tokens.ts';
