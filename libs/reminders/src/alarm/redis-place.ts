interface Host {
  readonly host: string;
  readonly port: number;
}

interface Entry {
  readonly username?: string;
  readonly password?: string;
  readonly encrypted: boolean;
}

/** Where a Redis is: one server, the master that sentinels name, or a cluster. */
export type RedisPlace =
  | (Entry & { readonly kind: 'one'; readonly hosts: readonly [Host]; readonly db: number })
  | (Entry & {
      readonly kind: 'sentinel';
      readonly hosts: readonly Host[];
      readonly master: string;
      readonly db: number;
      readonly sentinelPassword?: string;
    })
  | (Entry & { readonly kind: 'cluster'; readonly hosts: readonly Host[] });

const ADDRESS =
  /^(?<protocol>rediss?)(?:\+(?<kind>sentinel|cluster))?:\/\/(?:(?<user>[^@/:]*)(?::(?<password>[^@/]*))?@)?(?<hosts>[^/?@]+)(?:\/(?<path>[^?]*))?(?:\?(?<query>.*))?$/;
const HOST = /^(?<host>\[[\da-fA-F:.]+\]|[\w.-]+)(?::(?<port>\d{1,5}))?$/;
const USUAL_PORT = { one: 6379, cluster: 6379, sentinel: 26_379 } as const;

const hostsIn = (text: string, usual: number): readonly Host[] | null => {
  const hosts = text.split(',').map((one) => {
    const { host, port } = HOST.exec(one)?.groups ?? {};
    return host === undefined ? null : { host: host.replace(/^\[|\]$/g, ''), port: Number(port ?? usual) };
  });
  return hosts.every((one): one is Host => one !== null && one.port > 0 && one.port < 65_536) ? hosts : null;
};

const decoded = (text: string | undefined): string | undefined => {
  try {
    return text === undefined || text === '' ? undefined : decodeURIComponent(text);
  } catch {
    return text;
  }
};
const given = <Name extends string>(name: Name, value: string | undefined): { readonly [key in Name]?: string } =>
  value === undefined ? {} : ({ [name]: value } as { readonly [key in Name]?: string });

/** The master that sentinels name, and the word that they themselves ask for. Null: no master is named. */
const masterIn = (
  named: string,
  query: string | undefined,
): { readonly master: string; readonly sentinelPassword?: string } | null => {
  const master = decoded(named);
  const password = new URLSearchParams(query).get('sentinelPassword') ?? undefined;
  return master === undefined ? null : { master, ...given('sentinelPassword', password) };
};

/** What stands behind the hosts: the number of the database, and before it the master's name where sentinels are asked. */
const readPath = (kind: RedisPlace['kind'], path: string): { readonly named: string; readonly db: number } | null => {
  const [first = '', second = ''] = path.split('/');
  const number = kind === 'sentinel' ? second : first;
  return /^\d{0,3}$/.test(number) ? { named: first, db: Number(number) } : null;
};

/**
 * `redis://user:password@host:6379/0`, `redis+sentinel://:password@a:26379,b,c/mymaster/0?sentinelPassword=…` (user and password are the master's) or
 * `redis+cluster://user:password@a,b,c`; with `rediss` all connections are encrypted. Null for what is none of them.
 */
export const readRedisPlace = (address: string): RedisPlace | null => {
  const parts = ADDRESS.exec(address)?.groups;
  if (parts === undefined) return null;
  const { protocol, kind = 'one', user, password, hosts: written, path = '', query } = parts;
  const is = kind as RedisPlace['kind'];
  const hosts = hostsIn(written!, USUAL_PORT[is]);
  const behind = readPath(is, path);
  if (hosts === null || behind === null) return null;
  const entry: Entry = {
    ...given('username', decoded(user)),
    ...given('password', decoded(password)),
    encrypted: protocol === 'rediss',
  };
  const { named, db } = behind;
  if (is === 'cluster') return db === 0 ? { ...entry, kind: 'cluster', hosts } : null; // a cluster has one database
  if (is === 'one') return hosts.length === 1 ? { ...entry, kind: 'one', hosts: [hosts[0]!], db } : null;
  const sentinels = masterIn(named, query);
  return sentinels === null ? null : { ...entry, kind: 'sentinel', hosts, db, ...sentinels };
};
