import { Rejected, rejecting, type Sentence } from '#domain';

/** Every rule of accounts, sessions and tokens that can say no. Sign-in answers never tell whether an account exists. */
export const IDENTITY_REJECTIONS = {
  'sign-in-refused': { zh: '用户名或密码不正确。', en: 'The user name or the password is wrong.' },
  'sign-in-slowed': {
    zh: '连续多次登录失败，请稍候再试，或请管理员重置密码。',
    en: 'Several attempts have failed: wait a little before the next, or ask an administrator for a new password.',
  },
  'account-unknown': { zh: '没有这个账号。', en: 'There is no such account.' },
  'user-name-taken': { zh: '该用户名已被使用。', en: 'This user name is taken.' },
  'user-name-invalid': {
    zh: '用户名须为 2 到 60 个字母、数字、汉字或 . _ - @，不含空格。',
    en: 'A user name has 2 to 60 letters, digits or . _ - @ and no spaces.',
  },
  'password-too-short': { zh: '密码至少 10 个字符。', en: 'A password has at least 10 characters.' },
  'password-too-long': { zh: '密码最多 128 个字符。', en: 'A password has at most 128 characters.' },
  'password-too-simple': {
    zh: '密码过于简单：须含大写、小写、数字、符号中的至少三类，且不能是常见密码或重复字符。',
    en: 'The password is too simple: use at least three of capitals, small letters, digits and signs, and no common word.',
  },
  'password-contains-user-name': { zh: '密码不能包含用户名。', en: 'The password must not contain the user name.' },
  'password-unchanged': { zh: '新密码不能与原密码相同。', en: 'The new password must differ from the old one.' },
  'password-wrong': { zh: '原密码不正确。', en: 'The present password is wrong.' },
  'roles-missing': { zh: '账号至少须有一个角色。', en: 'An account has at least one role.' },
  'scope-units-missing': { zh: '请选择可见的单位。', en: 'Choose the units that may be seen.' },
  'scope-unit-missing': {
    zh: '该数据范围要求账号有所属单位。',
    en: 'This scope needs the account to belong to a unit.',
  },
  'last-administrator': {
    zh: '不能停用或降级最后一名管理账号的人，也不能停用或降级最后一名授权的人；请先指定另一人。',
    en: 'The last who keeps accounts, and the last who grants rights, can be neither disabled nor demoted: appoint another first.',
  },
  'duties-apart': {
    zh: '系统管理员、安全管理员须各用单独的账号，不兼任其他角色。',
    en: 'A system administrator and a security administrator each have an account of their own without any other role.',
  },
  'account-kept-by-others': {
    zh: '账号的新建、姓名与停用由系统管理员办理。',
    en: 'Accounts are made, named and disabled by a system administrator.',
  },
  'rights-granted-by-others': {
    zh: '角色、所属单位与数据范围由安全管理员授予。',
    en: 'Roles, units and data scopes are granted by a security administrator.',
  },
  'own-rights': {
    zh: '不能给自己授权，请由另一名安全管理员办理。',
    en: 'Nobody grants rights to themselves: ask another security administrator.',
  },
  'admin-by-admin': {
    zh: '只有管理员可以指定管理员。',
    en: 'Only an administrator makes an administrator.',
  },
  'password-reset-by-others': {
    zh: '管理人员、审计人员的密码由安全管理员重置，管理员的密码由管理员重置，其他账号的密码由系统管理员重置。',
    en: 'A security administrator resets the passwords of those who administer and audit, an administrator those of administrators, a system administrator all others.',
  },
  'token-before-password': {
    zh: '请先修改初始密码，再签发令牌。',
    en: 'Change your first password before a token is issued.',
  },
  'token-unknown': { zh: '没有这个令牌。', en: 'There is no such token.' },
  'token-beyond-roles': {
    zh: '令牌的权限不能超出账号的权限。',
    en: 'A token cannot be allowed more than its account.',
  },
  'token-needs-session': {
    zh: '只有登录会话可以签发令牌或改密码。',
    en: 'Only a signed-in session may issue tokens or change the password.',
  },
} as const satisfies Record<string, Sentence>;
export type IdentityRejectionCode = keyof typeof IDENTITY_REJECTIONS;

export const refuse = rejecting(IDENTITY_REJECTIONS);

/** Refused for now. `retryAfterSeconds`: when the next attempt is looked at. */
export class SlowedDown extends Rejected {
  constructor(readonly retryAfterSeconds: number) {
    super('sign-in-slowed', IDENTITY_REJECTIONS['sign-in-slowed']);
  }
}
