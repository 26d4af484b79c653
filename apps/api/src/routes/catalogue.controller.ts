import { Controller, Inject, Param } from '@nestjs/common';
import { asyncApiDocument, catalogue, eventSchemas, type Office } from '#office';
import { Route } from '../access/route.ts';
import { OFFICE } from '../office-token.ts';
import { ref } from '../openapi/schema.ts';

@Controller('api')
export class CatalogueController {
  constructor(@Inject(OFFICE) private readonly office: Office) {}

  @Route.get('catalogue', {
    id: 'catalogue',
    does: {
      zh: '事件目录：日志中可有的每一种事件及其版本',
      en: 'The catalogue: every kind of event that the log may hold, with its versions',
    },
    needs: 'signed-in',
    answers: ref('Catalogue'),
  })
  list() {
    return catalogue();
  }

  @Route.get('catalogue/:type', {
    id: 'event-schemas',
    does: {
      zh: '一种事件各版本的 JSON Schema 与示例',
      en: 'The JSON Schema of one kind of event, each version with an example',
    },
    needs: 'signed-in',
    params: { type: 'The type of the event, such as ContractSigned' },
    answers: ref('DescribedEvent'),
  })
  one(@Param('type') type: string) {
    return eventSchemas(type);
  }

  @Route.get('asyncapi.json', {
    id: 'asyncapi',
    does: { zh: '事件流的 AsyncAPI 3.0 文档', en: 'The feed as an AsyncAPI 3.0 document' },
    needs: 'signed-in',
    answers: { type: 'object', additionalProperties: true },
  })
  asyncApi() {
    return asyncApiDocument(this.office.config.publicUrl);
  }
}
