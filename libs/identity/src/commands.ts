import { field } from '#domain';
import { ALL_PERMISSIONS, ROLES, type Permission, type Role } from './roles.ts';
import { SCOPES, type ScopeKind } from './scope.ts';

export class SignIn {
  @field.text({ zh: '用户名', en: 'User name', max: 100 }) user!: string;
  @field.text({ zh: '密码', en: 'Password', max: 200 }) password!: string;
}
export class ChangePassword {
  @field.text({ zh: '原密码', en: 'Present password', max: 200 }) current!: string;
  @field.text({ zh: '新密码', en: 'New password', max: 200 }) next!: string;
}
abstract class AccountData {
  @field.text({ zh: '姓名', en: 'Name', max: 100 }) name!: string;
  @field.text({ zh: '所属单位（编码）', en: 'Unit (code)', optional: true, max: 60 }) unit?: string;
  @field.texts({ zh: '角色', en: 'Roles', max: ROLES.length, choices: ROLES }) roles!: Role[];
  @field.choice(SCOPES, { zh: '数据范围', en: 'Data scope' }) scope!: ScopeKind;
  @field.texts({
    zh: '可见单位（编码，含下级）',
    en: 'Units that may be seen (codes, with those below)',
    optional: true,
    max: 50,
  })
  units?: string[];
}
export class CreateAccount extends AccountData {
  @field.text({ zh: '用户名', en: 'User name', max: 60 }) user!: string;
  @field.text({
    zh: '初始密码（留空则随机生成）',
    en: 'First password (random, if left out)',
    optional: true,
    max: 200,
  })
  password?: string;
}
export class ChangeAccount extends AccountData {
  @field.flag({ zh: '停用', en: 'Disabled', optional: true }) disabled?: boolean;
}
export class IssueToken {
  @field.text({ zh: '用途', en: 'What it is for', max: 100 }) name!: string;
  @field.texts({ zh: '权限', en: 'Permissions', max: ALL_PERMISSIONS.length, choices: ALL_PERMISSIONS })
  permissions!: Permission[];
  @field.integer({ zh: '有效天数', en: 'Days it is good for', min: 1, max: 366 }) days!: number;
}
