import {
  applyDecorators,
  createParamDecorator,
  Delete,
  Get,
  HttpCode,
  Patch,
  Post,
  Put,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import type { Request } from 'express';
import type { Caller } from '#identity';
import type { Given } from '#office';
import { givenBy } from '../http/headers.ts';
import { described, statusOf, type RouteDescription } from '../openapi/described.ts';

export const NEEDS = 'luodi:needs';
const VERBS = { get: Get, post: Post, put: Put, patch: Patch, delete: Delete } as const;
/** A route says its address, who may call it and all that the OpenAPI document tells of it. */
const route =
  (verb: keyof typeof VERBS) =>
  (path: string, description: RouteDescription): MethodDecorator =>
    applyDecorators(
      VERBS[verb](path),
      HttpCode(statusOf(description)),
      SetMetadata(NEEDS, description.needs),
      described(path, description),
    );

export const Route = {
  get: route('get'),
  post: route('post'),
  put: route('put'),
  patch: route('patch'),
  delete: route('delete'),
} as const;

export interface SignedRequest extends Request {
  body: unknown;
  caller?: Caller;
  secret?: string;
}

/** The signed-in caller of a route that is not public. */
export const Asker = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Caller => context.switchToHttp().getRequest<SignedRequest>().caller!,
);

/** A command as the request brings it: who gives it, its body, its key, and the version that was seen. */
export const Giving = createParamDecorator((_data: unknown, context: ExecutionContext): Given => {
  const { caller, body, headers } = context.switchToHttp().getRequest<SignedRequest>();
  return givenBy(caller!, body, headers);
});
