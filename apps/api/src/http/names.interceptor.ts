import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import { type Office, withNames } from '#office';
import { OFFICE } from '../office-token.ts';

/** The one place where answers learn the names of people: the log and the read models know logins only, for a name may change. */
@Injectable()
export class NamesInterceptor implements NestInterceptor {
  constructor(@Inject(OFFICE) private readonly office: Office) {}

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(mergeMap((answer: unknown) => withNames(answer, this.office.identity.names)));
  }
}
