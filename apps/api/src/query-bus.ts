import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Caller } from '#identity';
import { ask, type Office, type Question } from '#office';
import { OFFICE } from './office-token.ts';

/** The one envelope of questions: who asks what. */
export class Ask<Asked, Answer> extends Query<Answer> {
  constructor(
    readonly caller: Caller,
    readonly question: Question<Asked, Answer>,
    readonly asked: Asked,
  ) {
    super();
  }
}

@QueryHandler(Ask)
export class AskHandler implements IQueryHandler<Ask<unknown, unknown>> {
  constructor(@Inject(OFFICE) private readonly office: Office) {}
  execute({ caller, question, asked }: Ask<unknown, unknown>): Promise<unknown> {
    return ask(this.office, caller, question, asked);
  }
}
