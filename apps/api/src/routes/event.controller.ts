import { Controller, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Request, Response } from 'express';
import { field } from '#domain';
import type { Caller } from '#identity';
import { followFeed, showFeed, type CloudEvent, type Office } from '#office';
import { Asker, Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { OFFICE } from '../office-token.ts';
import { listOf, object, ref, text } from '../openapi/schema.ts';
import { Ask } from '../query-bus.ts';

class FeedQuery {
  @field.text({ zh: '此游标之后', en: 'After this cursor', optional: true, max: 18 }) after?: string;
  @field.integer({ zh: '条数', en: 'Events', optional: true, min: 1, max: 1_000 }) limit?: number;
}

const STREAM = 'text/event-stream';
const BREATH = 15_000; // milliseconds between two signs of life: proxies close what is silent
const LONGEST = 15 * 60_000; // then it is asked again, with its right looked at again

/** Writes events as they come, as fast as they are read; ends with the request, and after LONGEST. */
const tell = async (
  request: Request,
  response: Response,
  follow: (send: (events: readonly CloudEvent[]) => Promise<void>) => ReturnType<typeof followFeed>,
): Promise<void> => {
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const drained = (): Promise<void> =>
    new Promise((resolve) => {
      response.once('drain', resolve);
      response.once('close', resolve);
    });
  const subscription = await follow(async (events) => {
    await begun;
    for (const event of events) {
      const open = response.write(`id: ${event.position}\ndata: ${JSON.stringify(event)}\n\n`);
      if (!open && !response.closed) await drained();
    }
  });
  response
    .status(200)
    .set({ 'Content-Type': `${STREAM}; charset=utf-8`, 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
  begin();
  const breath = setInterval(() => response.write(': \n\n'), BREATH);
  const end = setTimeout(() => response.end(), LONGEST);
  request.on('close', () => {
    clearInterval(breath);
    clearTimeout(end);
    void subscription.stop();
  });
};

@Controller('api/events')
export class EventController {
  constructor(
    @Inject(OFFICE) private readonly office: Office,
    private readonly queries: QueryBus,
  ) {}

  @Route.get('', {
    id: 'events',
    does: {
      zh: '事件流：按日志顺序的全部事实（CloudEvents）；以 Accept: text/event-stream 请求则持续推送',
      en: 'The feed: every fact in the order of the log, as CloudEvents; asked with Accept: text/event-stream it goes on for ever',
    },
    needs: 'follow-events',
    query: FeedQuery,
    headers: { 'Last-Event-ID': 'The cursor to go on from, as a browser sends it' },
    answers: object({ events: listOf(ref('CloudEvent')), cursor: text }),
    refuses: [429],
  })
  async feed(
    @Asker() caller: Caller,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { after, limit = 100 } = readQuery(FeedQuery, query);
    if (request.headers.accept?.includes(STREAM) === true) {
      const from = request.get('last-event-id') ?? after ?? null;
      await tell(request, response, (send) => followFeed(this.office, caller, from, send));
      return;
    }
    response.json(await this.queries.execute(new Ask(caller, showFeed, { after: after ?? null, limit })));
  }
}
