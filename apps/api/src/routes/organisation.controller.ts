import { Body, Controller, Headers, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  ImportUnits,
  ORGANISATION_COMMANDS,
  readCommand,
  type OrganisationCommand,
  type OrganisationCommandType,
  type Sentence,
} from '#domain';
import type { Caller } from '#identity';
import { Asker, Route } from '../access/route.ts';
import { ref } from '../openapi/schema.ts';
import { idempotencyKey, ifMatch } from '../../../../libs/office/src/projects/headers.ts';
import { kebab } from '../../../../libs/office/src/projects/project-commands.ts';
import type { CommandHeaders } from '../../../../libs/office/src/projects/project-desk.ts';
import { SERVICES, type Services } from '../../../../libs/office/src/office.ts';
import { organisationDesk } from '../../../../libs/office/src/organisation/organisation-desk.ts';

type Desk = ReturnType<typeof organisationDesk>;

@Controller('api/organisation')
export class OrganisationController {
  readonly desk: Desk;
  constructor(@Inject(SERVICES) private readonly services: Services) {
    this.desk = organisationDesk(services.store, services.organisation, services.now);
  }

  @Route.get('', {
    id: 'organisation',
    does: { zh: '组织树与人员', en: 'The organisation tree and its people' },
    needs: 'signed-in',
    answers: ref('Organisation'),
  })
  async tree(@Res({ passthrough: true }) response: Response) {
    const { tree, version } = await this.services.organisation();
    response.setHeader('ETag', `"${version}"`);
    return { version, units: [...tree.units.values()], people: tree.people };
  }

  @Route.post('import', {
    id: 'importUnits',
    does: { zh: '导入组织（重复导入不变）', en: 'Import units; the same again changes nothing' },
    needs: 'keep-organisation',
    body: ImportUnits,
    headers: { 'Idempotency-Key': '幂等键' },
    answers: ref('UnitImport'),
    refuses: [409],
  })
  import(@Asker() caller: Caller, @Body() body: unknown, @Headers() headers: CommandHeaders) {
    return this.desk.import(caller, readCommand(ImportUnits, body), idempotencyKey(headers['idempotency-key']));
  }
}

const SENTENCES: Record<Exclude<OrganisationCommandType, 'ImportUnits'>, Sentence> = {
  AddUnit: { zh: '新增单位', en: 'Add a unit' },
  RenameUnit: { zh: '单位更名', en: 'Rename a unit' },
  MoveUnit: { zh: '调整隶属', en: 'Move a unit' },
  ReclassifyUnit: { zh: '变更单位类别', en: 'Change the kind of a unit' },
  CloseUnit: { zh: '撤销单位', en: 'Close a unit' },
  AppointPerson: { zh: '任命', en: 'Appoint a person' },
  ReleasePerson: { zh: '免去', en: 'Release a person' },
  RecordLeave: { zh: '登记离岗', en: 'Record a leave' },
};

for (const [type, does] of Object.entries(SENTENCES) as [keyof typeof SENTENCES, Sentence][]) {
  const commandClass = ORGANISATION_COMMANDS[type] as new () => OrganisationCommand;
  const prototype = OrganisationController.prototype as unknown as Record<string, unknown>;
  prototype[type] = async function (
    this: OrganisationController,
    caller: Caller,
    body: unknown,
    headers: CommandHeaders,
    response: Response,
  ) {
    const answer = await this.desk.give(
      caller,
      readCommand(commandClass, body),
      idempotencyKey(headers['idempotency-key']),
      ifMatch(headers['if-match']),
    );
    response.setHeader('ETag', `"${answer.version}"`);
    return answer;
  };
  Reflect.defineMetadata('design:paramtypes', [Object, Object, Object, Object], prototype, type);
  [Asker(), Body(), Headers(), Res({ passthrough: true })].forEach((decorate, index) => {
    decorate(prototype, type, index);
  });
  Route.post(`commands/${kebab(type)}`, {
    id: type,
    does,
    needs: 'keep-organisation',
    body: commandClass,
    headers: { 'Idempotency-Key': '幂等键', 'If-Match': '版本号' },
    answers: ref('OrganisationAnswer'),
    refuses: [409, 412],
  })(prototype, type, Object.getOwnPropertyDescriptor(prototype, type)!);
}
