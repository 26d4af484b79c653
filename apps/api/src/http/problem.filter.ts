import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { languageOf } from './language.ts';
import { problemOf } from './problem.ts';

/** The one place where a refusal becomes an HTTP answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const { problem, unforeseen } = problemOf(error, languageOf(request));
    if (unforeseen) this.log.error({ instance: problem.instance, err: error }, 'unforeseen');
    if (response.headersSent) {
      response.end();
      return;
    }
    if (problem.retryAfter !== undefined) response.setHeader('Retry-After', String(problem.retryAfter));
    if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="luodi"');
    response
      .status(problem.status)
      .setHeader('Cache-Control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify(problem));
  }
}
