import { leaveOut } from './left-out.ts';
import { kurrentStandIn, type StandIn } from './kurrent-stand-in.ts';

export interface KurrentForTests {
  readonly url: string;
  readonly standIn: StandIn | null; // null: a real server
  readonly stop: () => void;
}

const realServer = (): string | undefined => process.env['KURRENTDB_URL'] || undefined;

/** The server that KURRENTDB_URL names, else the stand-in. Each test takes a prefix of its own: a real server keeps what others wrote. */
export const kurrentForTests = async (): Promise<KurrentForTests> => {
  const url = realServer();
  if (url !== undefined) return { url, standIn: null, stop: () => undefined };
  const standIn = await kurrentStandIn();
  return { url: standIn.url, standIn, stop: standIn.stop };
};

/** Tests that break the server in ways that only the stand-in can be told to. */
export const onStandInOnly = (): typeof describe => (realServer() === undefined ? describe : describe.skip);

/** Says, once a run, what a stand-in cannot show. */
export const sayWhatIsLeftOut = (): void => {
  if (realServer() === undefined)
    leaveOut('KurrentDB itself (elections, TLS, credentials, its disk): KURRENTDB_URL is not set; a stand-in answered');
};
