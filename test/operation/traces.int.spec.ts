import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeFirstPassword } from '../support/first-password.ts';
import { freshDatabase } from '../support/postgres.ts';
import { until } from '../support/soon.ts';
import { CLI } from '../support/worker-process.ts';

interface Span {
  readonly traceId: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
}
interface Sent {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly Span[] }[] }[];
}

const textOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};

/** A collector as the protocol has it (OTLP over HTTP, JSON): keeps every text that it was sent. */
const collector = async () => {
  const texts: string[] = [];
  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      texts.push(text);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    texts,
    spans: () =>
      texts.flatMap((text) =>
        (JSON.parse(text) as Sent).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
      ),
    close: () => server.close(),
  };
};

it('a traced server hands over each request with its route, its command and its statements, and nothing that was searched for', async () => {
  const [database, traces] = [await freshDatabase(), await collector()];
  const data = mkdtempSync(join(tmpdir(), 'luodi-traces-'));
  const child = spawn('node', [CLI, 'start', '--data', data, '--port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DATABASE_URL: database.url, OTEL_EXPORTER_OTLP_ENDPOINT: traces.url },
  });
  const gone = new Promise((ended) => child.once('exit', ended));
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  try {
    await until('the server says who its first administrator is', () => /administrator.*: \w+ \/ \S+\s/.test(said));
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)![0];
    const [, user, first] = /: (\w+) \/ (\S+)/.exec(said.slice(said.indexOf('administrator')))!;
    const own = await changeFirstPassword(address, { user: user!, password: first! });
    const session = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(own),
    });
    const cookie = session.headers.get('set-cookie')!.split(';')[0]!;
    const key = randomUUID();
    const made = await fetch(`${address}/api/projects`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie },
      body: JSON.stringify({ title: '机密项目' }),
    });
    expect(made.status).toBe(201);
    expect((await fetch(`${address}/api/search?q=${encodeURIComponent('机密')}`, { headers: { cookie } })).status).toBe(
      200,
    );
    child.kill('SIGTERM');
    await gone;
    const spans = traces.spans();
    const valueOf = (span: Span, name: string) => span.attributes.find((one) => one.key === name)?.value.stringValue;
    const given = spans.find((span) => valueOf(span, 'luodi.command') === key);
    expect(given?.name).toBe('POST /api/projects');
    expect(spans.filter(({ traceId }) => traceId === given?.traceId).some(({ name }) => /^pg/.test(name))).toBe(true);
    for (const text of traces.texts) {
      expect(text).not.toContain('机密');
      expect(text).not.toContain(encodeURIComponent('机密'));
    }
  } finally {
    child.kill('SIGKILL');
    await gone;
    traces.close();
    await database.drop();
    rmSync(data, { recursive: true, force: true });
  }
}, 600_000);
