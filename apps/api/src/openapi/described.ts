import { applyDecorators } from '@nestjs/common';
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
import { fieldsOf, type Sentence } from '#domain';
import type { Permission } from '#identity';
import { LINES } from '../http/in-lines.ts';
import { ref, schemaOf, type Schema } from '../openapi/schema.ts';

export type Need = Permission | 'public' | 'signed-in';

type Fields = abstract new () => object;

/** All that a route is: its address, what it does, who may, what it takes and what it answers. The OpenAPI document is made from this. */
export interface RouteDescription {
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

/** The status of an answer that is no refusal. */
export const statusOf = ({ status, answers }: RouteDescription): number =>
  status ?? (answers === undefined ? 204 : 200);

const operation = ({ does, needs, id }: RouteDescription): MethodDecorator =>
  ApiOperation({
    summary: does.en,
    description: `${does.zh}${needs === 'public' ? '' : ` · needs: ${needs}`}`,
    ...(id === undefined ? {} : { operationId: id }),
    security: needs === 'public' ? [] : [{ session: [] }, { bearer: [] }],
  });

const inAddress = (path: string, { params = {}, query }: RouteDescription): readonly MethodDecorator[] => [
  ...[...path.matchAll(/:(\w+)/g)].map(([, name]) =>
    ApiParam({ name: name!, required: true, schema: { type: 'string' }, description: params[name!] ?? name! }),
  ),
  ...(query === undefined ? [] : fieldsOf(query)).map((field) =>
    ApiQuery({
      name: field.name,
      required: field.required,
      schema: schemaOf(field),
      description: `${field.label.zh} · ${field.label.en}`,
    }),
  ),
];

const taken = ({ headers = {}, body, file }: RouteDescription): readonly MethodDecorator[] => [
  ...Object.entries(headers).map(([name, about]) =>
    ApiHeader({ name, required: false, description: about, schema: { type: 'string' } }),
  ),
  ...(body === undefined ? [] : [ApiBody({ required: true, schema: ref(body.name) })]),
  ...(file === undefined ? [] : [ApiConsumes('multipart/form-data'), ApiBody({ required: true, schema: file })]),
];

const answered = (description: RouteDescription): readonly MethodDecorator[] => {
  const { does, answers, produces, inLines = false } = description;
  const content = {
    [produces ?? 'application/json']: { schema: answers! },
    ...(inLines ? { [LINES]: { schema: { type: 'string' } as const } } : {}),
  };
  return [
    ...(produces === undefined ? [] : [ApiProduces(produces)]),
    ApiResponse({
      status: statusOf(description),
      description: does.en,
      ...(answers === undefined ? {} : { content }),
    }),
  ];
};

const refused = (path: string, { needs, body, refuses = [] }: RouteDescription): readonly MethodDecorator[] => {
  const problems = new Set([
    400,
    ...(needs === 'public' ? [] : [401, 403]),
    ...(path.includes(':') ? [404] : []),
    ...(body === undefined ? [] : [422]),
    ...refuses,
  ]);
  return [...problems]
    .sort()
    .map((code) => ApiResponse({ status: code, description: PROBLEMS[code] ?? 'Problem', ...PROBLEM }));
};

/** A route in the OpenAPI document: what it does, what it takes, what it answers and how it refuses. */
export const described = (path: string, description: RouteDescription): MethodDecorator =>
  applyDecorators(
    operation(description),
    ...inAddress(path, description),
    ...taken(description),
    ...answered(description),
    ...refused(path, description),
  );
