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
import {
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiResponse,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { fieldsOf, type Sentence } from '#domain';
import type { Caller, Permission } from '#identity';
import { LINES } from '../http/in-lines.ts';
import { ref, schemaOf, type Schema } from '../openapi/schema.ts';

export const NEEDS = 'luodi:needs';
export type Need = Permission | 'public' | 'signed-in';

type Fields = abstract new () => object;

/** All that a route is: its address, what it does, who may, what it takes and what it answers. The OpenAPI document is made from this. */
interface RouteDescription {
  readonly does: Sentence;
  readonly needs: Need;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Fields;
  readonly body?: Fields;
  readonly file?: Schema; // multipart instead of JSON
  readonly headers?: Readonly<Record<string, string>>;
  readonly answers?: Schema; // none: 204
  readonly status?: number;
  readonly produces?: string;
  readonly inLines?: boolean; // asked with Accept: application/x-ndjson, it tells how far it is before it answers (http/in-lines.ts)
  readonly refuses?: readonly number[]; // beyond those that every route has
  readonly id?: string;
}

const VERBS = { get: Get, post: Post, put: Put, patch: Patch, delete: Delete } as const;
/** All refusals have one shape, said once in the document (openapi/document.ts). */
const PROBLEM = { $ref: '#/components/responses/Problem' };
const PROBLEMS: Readonly<Record<number, string>> = {
  400: 'Something in the request is wrong',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  412: 'Stale version',
  413: 'Too large',
  422: 'Refused by a rule',
  429: 'Too many attempts',
  503: 'Not available now',
};

const route =
  (verb: keyof typeof VERBS) =>
  (path: string, description: RouteDescription): MethodDecorator => {
    const {
      does,
      needs,
      params = {},
      query,
      body,
      file,
      headers = {},
      answers,
      produces,
      inLines = false,
      refuses = [],
      id,
    } = description;
    const status = description.status ?? (answers === undefined ? 204 : 200);
    const problems = new Set([
      400,
      ...(needs === 'public' ? [] : [401, 403]),
      ...(path.includes(':') ? [404] : []),
      ...(body === undefined ? [] : [422]),
      ...refuses,
    ]);
    return applyDecorators(
      VERBS[verb](path),
      HttpCode(status),
      SetMetadata(NEEDS, needs),
      ApiOperation({
        summary: does.en,
        description: `${does.zh}${needs === 'public' ? '' : ` · needs: ${needs}`}`,
        ...(id === undefined ? {} : { operationId: id }),
        security: needs === 'public' ? [] : [{ session: [] }, { bearer: [] }],
      }),
      ...[...path.matchAll(/:(\w+)/g)].map(([, name]) =>
        ApiParam({ name: name!, required: true, schema: { type: 'string' }, description: params[name!] ?? name! }),
      ),
      ...(query === undefined
        ? []
        : fieldsOf(query).map((field) =>
            ApiQuery({
              name: field.name,
              required: field.required,
              schema: schemaOf(field),
              description: `${field.label.zh} · ${field.label.en}`,
            }),
          )),
      ...Object.entries(headers).map(([name, about]) =>
        ApiHeader({ name, required: false, description: about, schema: { type: 'string' } }),
      ),
      ...(body === undefined ? [] : [ApiBody({ required: true, schema: ref(body.name) })]),
      ...(file === undefined ? [] : [ApiConsumes('multipart/form-data'), ApiBody({ required: true, schema: file })]),
      ...(produces === undefined ? [] : [ApiProduces(produces)]),
      ApiResponse({
        status,
        description: does.en,
        ...(answers === undefined
          ? {}
          : {
              content: {
                [produces ?? 'application/json']: { schema: answers },
                ...(inLines ? { [LINES]: { schema: { type: 'string' } } } : {}),
              },
            }),
      }),
      ...[...problems].sort().map((code) =>
        ApiResponse({
          status: code,
          description: PROBLEMS[code] ?? 'Problem',
          ...PROBLEM,
        }),
      ),
    ) as MethodDecorator;
  };

export const Route = {
  get: route('get'),
  post: route('post'),
  put: route('put'),
  patch: route('patch'),
  delete: route('delete'),
} as const;

export interface SignedRequest extends Request {
  caller?: Caller;
  secret?: string;
}

/** The signed-in caller of a route that is not public. */
export const Asker = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Caller => context.switchToHttp().getRequest<SignedRequest>().caller!,
);
