import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const nets = (family: 'ipv4' | 'ipv6', ranges: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits = ''] = range.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
};

// A list for each family: a BlockList takes any IPv4 address for one inside ::ffff:0:0/96.
/** Never a receiver: this host's zero address, link-local (also where clouds hand out credentials), multicast, reserved, and IPv6 forms that hide an IPv4 address. */
const NEVER = {
  4: nets('ipv4', [
    '0.0.0.0/8',
    '169.254.0.0/16',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
  ]),
  6: nets('ipv6', [
    '::/128',
    'fe80::/10',
    'fec0::/10',
    'ff00::/8',
    '::ffff:0:0/96',
    '64:ff9b::/96',
    '64:ff9b:1::/48',
    '2001::/32',
    '2001:db8::/32',
    '2002::/16',
  ]),
};
/** Inside an office network, or this machine: only where the configuration says so. */
const PRIVATE = {
  4: nets('ipv4', ['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '198.18.0.0/15']),
  6: nets('ipv6', ['::1/128', 'fc00::/7']),
};

/** Set by who runs the server, in its environment: whoever keeps the channels must not be able to open it to himself. */
export interface Reach {
  readonly allowPrivate: boolean; // receivers inside the office network, or on this machine
}

/** A name leads to an address that must not be called: whoever may enter an address could otherwise make this server call any machine behind the firewall. */
export class AddressNotAllowed extends Error {
  override readonly name = 'AddressNotAllowed';
  constructor() {
    super('The address leads into a network that must not be called.');
  }
}

const mayReach = (address: string, allowPrivate: boolean): boolean => {
  const version = isIP(address) === 6 ? 6 : 4;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  return !NEVER[version].check(address, family) && (allowPrivate || !PRIVATE[version].check(address, family));
};

/** Throws AddressNotAllowed where the host of the URL is itself an address that must not be called; names are checked when they are looked up. */
export const checkHost = (url: URL, allowPrivate: boolean): void => {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !mayReach(host, allowPrivate)) throw new AddressNotAllowed();
};

/**
 * The look-up used by the connection itself, so that the address that was checked is the address that is called: a name that
 * answers differently the second time gains nothing. One forbidden address among several refuses the name.
 */
export const guardedLookup =
  (allowPrivate: boolean): LookupFunction =>
  (host, options, answer) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error !== null || first === undefined)
        return answer(error ?? Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), []);
      if (!found.every(({ address }) => mayReach(address, allowPrivate))) return answer(new AddressNotAllowed(), []);
      return options.all === true ? answer(null, found) : answer(null, first.address, first.family);
    });
  };

/** The address that a host leads to, checked; for a connection that is opened elsewhere and must go just there. Throws AddressNotAllowed, or the error of the look-up. */
export const addressOf = (host: string, { allowPrivate }: Reach): Promise<string> =>
  new Promise((resolve, reject) => {
    guardedLookup(allowPrivate)(host, { all: false, order: 'ipv4first' }, (error, address) => {
      if (error !== null) reject(error);
      else resolve(typeof address === 'string' ? address : address[0]!.address);
    });
  });
