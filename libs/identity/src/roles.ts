import { aboutCommand, PROJECT_COMMAND_TYPES, type ProjectCommandType, type Sentence } from '#domain';

/** What a caller may do, in the words of the page. */
export const PERMISSIONS = {
  'see-projects': { zh: '查看项目与清单', en: 'See projects and lists' },
  'record-facts': { zh: '登记项目进展与事实', en: 'Record facts of projects' },
  decide: { zh: '认定、审批', en: 'Certify and decide' },
  correct: { zh: '更正与作废各单位的记录', en: 'Correct and void the records of every unit' },
  import: { zh: '导入台账', en: 'Import ledgers' },
  answer: { zh: '签收、回复、销账', en: 'Acknowledge, reply, complete' },
  supervise: { zh: '督办', en: 'Supervise' },
  'read-audit': { zh: '审计日志', en: 'Read the audit log' },
  'erase-people': { zh: '删除个人信息', en: 'Erase what is told of a person' },
  'follow-events': { zh: '订阅事件流', en: 'Follow the feed of events' },
  'keep-organisation': { zh: '维护组织树', en: 'Keep the organisation tree' },
  'keep-policy': { zh: '维护规则与日历', en: 'Keep policy and calendar' },
  'keep-numbers': { zh: '维护目标、口径与月份关账', en: 'Keep targets, definitions and closed months' },
  'see-accounts': { zh: '查看账号', en: 'See accounts' },
  'keep-accounts': { zh: '维护账号', en: 'Keep accounts' },
  'grant-rights': { zh: '授予角色与数据范围', en: 'Grant roles and data scopes' },
} as const satisfies Record<string, Sentence>;
export type Permission = keyof typeof PERMISSIONS;
export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as readonly Permission[];

export const ROLES = ['admin', 'clerk', 'supervisor', 'leader', 'auditor', 'system-admin', 'security-admin'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_NAMES: Record<Role, Sentence> = {
  admin: { zh: '管理员', en: 'Administrator' },
  clerk: { zh: '经办人', en: 'Clerk' },
  supervisor: { zh: '督办人员', en: 'Supervisor' },
  leader: { zh: '领导', en: 'Leader' },
  auditor: { zh: '审计人员', en: 'Auditor' },
  'system-admin': { zh: '系统管理员', en: 'System administrator' },
  'security-admin': { zh: '安全管理员', en: 'Security administrator' },
};

/** What each role may do: the one table that the API and the page use. A caller may what any of the roles may. */
export const MAY: Record<Role, readonly Permission[]> = {
  admin: ALL_PERMISSIONS,
  clerk: ['see-projects', 'record-facts', 'answer', 'import'],
  supervisor: ['see-projects', 'record-facts', 'decide', 'correct', 'answer', 'import', 'supervise', 'keep-numbers'],
  leader: ['see-projects', 'answer', 'decide'],
  auditor: ['see-projects', 'read-audit', 'follow-events'], // sees everything within the data scope and changes nothing
  // Three administrators, where a bureau keeps them apart: one keeps, one grants, and the auditor looks at both.
  'system-admin': ['see-projects', 'keep-organisation', 'keep-policy', 'see-accounts', 'keep-accounts'],
  'security-admin': ['see-accounts', 'grant-rights', 'read-audit', 'erase-people'],
};

export const permissionsOf = (roles: readonly Role[]): ReadonlySet<Permission> =>
  new Set(roles.flatMap((role) => MAY[role]));

/** What a command of a project needs, as it says itself. */
export const COMMAND_NEEDS = Object.fromEntries(
  PROJECT_COMMAND_TYPES.map((type) => [type, aboutCommand(type).needs]),
) as Readonly<Record<ProjectCommandType, Permission>>;
