import { rm } from 'node:fs/promises';
import { Controller, UploadedFile, UseInterceptors } from '@nestjs/common';
import { readCalendar } from '#imports';
import { Route } from '../access/route.ts';
import { HttpRefused } from '../http/refusals.ts';
import { Uploading, type Stored } from '../http/uploading.ts';
import { ref } from '../openapi/schema.ts';

/** A year's notice read from a table, so that it can be looked at, laid over the deadlines and then published; nothing is stored. */
@Controller('api/policy/calendar')
export class CalendarFileController {
  @Route.post('read', {
    id: 'readCalendarFile',
    does: {
      zh: '读取放假安排表（csv 或 xlsx），不发布',
      en: 'Read a year’s notice from csv or xlsx; nothing is published',
    },
    needs: 'keep-policy',
    file: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
    status: 200,
    answers: ref('CalendarNotice'),
    refuses: [413, 415, 422],
  })
  @UseInterceptors(Uploading(({ imports }) => imports.folder))
  async read(@UploadedFile() file: Stored | undefined) {
    if (file === undefined) throw new HttpRefused('file-missing', 'file');
    try {
      return { notice: null, ...(await readCalendar(file.path)) };
    } finally {
      await rm(file.path, { force: true });
    }
  }
}
