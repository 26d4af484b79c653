import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { readCommand } from '#domain';
import { ChangePassword, MAY, PERMISSIONS, ROLE_NAMES, ROLES, SignIn, type Caller } from '#identity';
import { callerAt, cookieOptions, refuseForeignOrigin, SESSION_COOKIE } from '../access/credential.ts';
import { Asker, Route, type SignedRequest } from '../access/route.ts';
import { ref } from '../openapi/schema.ts';
import type { Office } from '#office';
import { OFFICE } from '../office-token.ts';

const shown = ({ account, user, name, unit, roles, permissions, scope, via, mustChangePassword }: Caller) => ({
  account,
  user,
  name,
  unit,
  roles,
  permissions: [...permissions],
  scope: { kind: scope.kind, units: scope.units },
  via,
  mustChangePassword,
});

@Controller('api/session')
export class SessionController {
  constructor(@Inject(OFFICE) private readonly office: Office) {}

  @Route.post('', {
    id: 'signIn',
    does: { zh: '登录', en: 'Sign in' },
    needs: 'public',
    body: SignIn,
    answers: ref('Session'),
    refuses: [401, 403, 429],
  })
  async signIn(@Body() body: unknown, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    refuseForeignOrigin(request, this.office.config.publicUrl); // nobody is signed in from another site either, as somebody else
    const { identity, config } = this.office;
    const { secret, expiresAt } = await identity.signIn(readCommand(SignIn, body), request.ip ?? null);
    response.cookie(
      SESSION_COOKIE,
      secret,
      cookieOptions(request.secure || config.publicUrl?.protocol === 'https:', expiresAt),
    );
    return shown((await identity.callerOf(secret))!);
  }

  // Open to all: that nobody is signed in is an answer, so that the door is no error in a browser's eyes.
  @Route.get('', {
    id: 'whoAmI',
    does: {
      zh: '当前登录人及其权限，日志到何处；无人登录时为空',
      en: 'Who is signed in, what they may, and where the log stands; null where nobody is',
    },
    needs: 'public',
    answers: ref('WhoAmI'),
  })
  async me(@Req() request: Request) {
    const signed = await callerAt(this.office.identity, request);
    if (signed === null) return { session: null };
    // What is asked for later is as new as this at least: a page follows changes from here on.
    const head = await this.office.store.head().catch(() => null);
    return { session: shown(signed.caller), ...(head === null ? {} : { position: Number(head) }) };
  }

  @Route.delete('', { id: 'signOut', does: { zh: '退出登录', en: 'Sign out' }, needs: 'signed-in' })
  async signOut(@Req() request: SignedRequest, @Res({ passthrough: true }) response: Response) {
    await this.office.identity.signOut(request.secret!);
    response.clearCookie(
      SESSION_COOKIE,
      cookieOptions(request.secure || this.office.config.publicUrl?.protocol === 'https:'),
    );
  }

  @Route.post('password', {
    id: 'changePassword',
    does: { zh: '修改自己的密码', en: 'Change one’s own password' },
    needs: 'signed-in',
    body: ChangePassword,
    refuses: [429],
  })
  async changePassword(@Asker() caller: Caller, @Body() body: unknown) {
    await this.office.identity.changePassword(caller, readCommand(ChangePassword, body));
  }

  @Route.get('roles', {
    id: 'roles',
    does: { zh: '角色与权限一览', en: 'Roles and what each may do' },
    needs: 'signed-in',
    answers: ref('Roles'),
  })
  roles() {
    return {
      roles: ROLES.map((role) => ({ role, title: ROLE_NAMES[role], may: MAY[role] })),
      permissions: PERMISSIONS,
    };
  }
}
