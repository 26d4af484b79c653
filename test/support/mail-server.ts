import { createServer, type AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server on one port that can be stopped and started again. `received`: the Message-ID of every mail it took, in order. */
export interface MailServer {
  readonly port: number;
  readonly received: readonly string[];
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        found(port);
      });
    });
  });

export const mailServer = async (): Promise<MailServer> => {
  const port = await freePort();
  const received: string[] = [];
  let running: SMTPServer | null = null;
  return {
    port,
    received,
    start: async () => {
      const server = new SMTPServer({
        authOptional: true,
        disabledCommands: ['STARTTLS'],
        logger: false,
        onData: (stream, _session, taken) => {
          let text = '';
          stream.on('data', (part: Buffer) => {
            text += part.toString();
          });
          stream.on('end', () => {
            received.push(/^Message-ID: (\S+)/im.exec(text)?.[1] ?? 'a mail without a Message-ID');
            taken();
          });
        },
      });
      await new Promise<void>((listening) => {
        server.listen(port, '127.0.0.1', () => {
          listening();
        });
      });
      running = server;
    },
    stop: async () => {
      const server = running;
      running = null;
      if (server !== null)
        await new Promise<void>((closed) => {
          server.close(() => {
            closed();
          });
        });
    },
  };
};
