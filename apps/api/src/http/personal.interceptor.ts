import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { mergeMap, of, type Observable } from 'rxjs';
import { shownTo, type Office } from '#office';
import type { SignedRequest } from '../access/route.ts';
import { OFFICE } from '../office-token.ts';

/** The one place where answers open what is sealed: the log and the read models hold nothing of people in the clear. */
@Injectable()
export class PersonalInterceptor implements NestInterceptor {
  constructor(@Inject(OFFICE) private readonly office: Office) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { caller } = context.switchToHttp().getRequest<SignedRequest>();
    return next
      .handle()
      .pipe(mergeMap((answer: unknown) => (caller === undefined ? of(answer) : shownTo(this.office, caller, answer))));
  }
}
