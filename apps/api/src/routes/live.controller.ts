import { Controller, Inject, Query, Req, Res, type OnModuleDestroy } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Caller } from '#identity';
import { LiveQuery, refused, type Office } from '#office';
import { callerAt } from '../access/credential.ts';
import { Asker, Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { HttpRefused } from '../http/refusals.ts';
import { text } from '../openapi/schema.ts';
import { OFFICE } from '../office-token.ts';

const COMMENT_EVERY = 15_000; // milliseconds: what stands between keeps a silent line open
const LONGEST = 300_000; // then the browser comes again, and is asked again who it is
const MOST_STREAMS = 2_000;
const MOST_A_PERSON = 100; // a browser has one; nobody takes those of the others

/** Tells open pages that something changed. It carries no data: what changed is asked for, and shown to whom it may be. */
@Controller('api')
export class LiveController implements OnModuleDestroy {
  private readonly streams = new Map<Response, string>(); // whose each is

  constructor(@Inject(OFFICE) private readonly office: Office) {}

  @Route.get('live', {
    id: 'followChanges',
    does: {
      zh: '有新记录时告知（事件流，不含内容）',
      en: 'Tells when something is recorded: a stream of events without content',
    },
    needs: 'signed-in',
    query: LiveQuery,
    answers: text,
    produces: 'text/event-stream',
    refuses: [429, 503],
  })
  live(
    @Asker() { account }: Caller,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): void {
    const { since } = readQuery(LiveQuery, query);
    const told = request.get('last-event-id') ?? ''; // a browser that comes again says what it was told last
    const known = /^\d{1,15}$/.test(told) ? Number(told) : since;
    const own = [...this.streams.values()].filter((whose) => whose === account).length;
    if (own >= MOST_A_PERSON) throw new HttpRefused('too-many-requests');
    if (this.streams.size >= MOST_STREAMS) throw refused('unavailable');
    this.streams.set(response, account);
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    response.write('retry: 5000\n\n');
    const leave = this.office.live.follow(
      (change) => response.write(`id: ${change.position}\ndata: ${JSON.stringify(change)}\n\n`),
      known,
    );
    const comment = setInterval(() => {
      response.write(': \n\n');
      void this.endOfStrangers(request, response);
    }, COMMENT_EVERY);
    const end = setTimeout(() => response.end(), LONGEST);
    response.on('close', () => {
      leave();
      clearInterval(comment);
      clearTimeout(end);
      this.streams.delete(response);
    });
  }

  /** Who signed out, or may sign in no more, hears nothing further. Where the database cannot say so now, it is asked again. */
  private async endOfStrangers(request: Request, response: Response): Promise<void> {
    const signed = await callerAt(this.office.identity, request).catch(() => undefined);
    if (signed === null) response.end();
  }

  /** A server that goes ends its streams: it would wait for them otherwise. */
  onModuleDestroy(): void {
    for (const response of this.streams.keys()) response.end();
  }
}
