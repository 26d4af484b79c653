import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { may } from '#identity';
import type { Office } from '#office';
import { HttpRefused } from '../http/refusals.ts';
import { OFFICE } from '../office-token.ts';
import { callerAt, refuseForeignOrigin } from './credential.ts';
import type { Need } from '../openapi/described.ts';
import { NEEDS, type SignedRequest } from './route.ts';

/** Who asks, and may they: every route is closed unless it says otherwise. A route that says nothing is open to nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(OFFICE) private readonly office: Office,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const need = this.reflector.get<Need | undefined>(NEEDS, context.getHandler());
    if (need === 'public') return true;
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const signed = await callerAt(this.office.identity, request);
    if (signed === null) throw new HttpRefused('not-signed-in');
    const { caller, credential } = signed;
    if (credential.from === 'cookie') refuseForeignOrigin(request, this.office.config.publicUrl);
    request.caller = caller;
    request.secret = credential.secret;
    if (need === 'signed-in') return true;
    if (caller.mustChangePassword) throw new HttpRefused('password-must-change');
    if (need === undefined || !may(caller, need)) throw new HttpRefused('not-allowed');
    return true;
  }
}
