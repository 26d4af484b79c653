import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import {
  ApproveReopening,
  ClosePeriod,
  FreezeReport,
  ORGANISATION_COMMANDS,
  PublishTemplate,
  RefuseReopening,
  ReopenPeriod,
  ReviseTarget,
  SetTarget,
} from '#domain';
import { RevertImport } from '#imports';
import { ChangeAccount, ChangePassword, CreateAccount, IssueToken, SignIn } from '#identity';
import { SESSION_COOKIE } from '../access/credential.ts';
import {
  AcknowledgeNotices,
  BOARD_BODIES,
  CHANNEL_BODIES,
  commandClassOf,
  DEFINITION_BODIES,
  MATTER_ROUTES,
  OFFERED,
  PreviewReport,
  DrawBorders,
  PublishLayout,
  SaveView,
  PERSON_BODIES,
  VerifyLog,
} from '#office';
import { ANSWERS } from './answers.ts';
import { commandSchema, ref } from './schema.ts';

const BODIES: readonly (new () => object)[] = [
  ...OFFERED.map(commandClassOf),
  ...Object.values(ORGANISATION_COMMANDS),
  ...CHANNEL_BODIES,
  ...BOARD_BODIES,
  ...DEFINITION_BODIES,
  ...MATTER_ROUTES.map(({ commandClass }) => commandClass),
  ApproveReopening,
  ClosePeriod,
  RefuseReopening,
  ReopenPeriod,
  SetTarget,
  ReviseTarget,
  AcknowledgeNotices,
  SignIn,
  ChangePassword,
  CreateAccount,
  RevertImport,
  ChangeAccount,
  IssueToken,
  FreezeReport,
  PreviewReport,
  PublishTemplate,
  DrawBorders,
  PublishLayout,
  SaveView,
  ...PERSON_BODIES,
  VerifyLog,
];

const RESPONSES = {
  Problem: {
    description: 'A refusal: its code says which, its sentence says it in both languages',
    content: { 'application/problem+json': { schema: ref('Problem') } },
  },
};

/** The published contract: made from the routes and from the commands' own declarations, never by hand. */
export const openApiDocument = (app: INestApplication): OpenAPIObject => {
  const document = SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle('Luodi 落地')
      .setDescription(
        '招商项目全生命周期引擎 · An event-sourced project lifecycle engine for investment promotion. Refusals are application/problem+json (RFC 9457).',
      )
      .setVersion('1')
      .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE }, 'session')
      .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'bearer')
      .build(),
  );
  const schemas = { ...ANSWERS, ...Object.fromEntries(BODIES.map((body) => [body.name, commandSchema(body)])) };
  return {
    ...document,
    components: {
      ...document.components,
      responses: RESPONSES,
      schemas: { ...document.components?.schemas, ...schemas },
    },
  };
};
