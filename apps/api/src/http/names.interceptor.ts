import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import { SERVICES, type Services } from '../../../../libs/office/src/office.ts';
import { withNames } from '../../../../libs/office/src/accounts/names-beside-logins.ts';

/** The one place where answers learn the names of people: the log and the read models know logins only, for a name may change. */
@Injectable()
export class NamesInterceptor implements NestInterceptor {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(mergeMap((answer: unknown) => withNames(answer, this.services.identity.names)));
  }
}
