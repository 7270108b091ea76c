import { readFileSync } from 'node:fs';

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly {
    readonly type: number;
    readonly params?: Readonly<Record<string, unknown>>;
  }[];
}

/** What Chromium's net log tells of the network (--log-net-log). */
export interface NetworkUse {
  /** All entries of the log. */
  readonly events: number;
  /** Addresses that a request was made for, but for app://. */
  readonly requests: readonly string[];
  /** Names that were looked up. */
  readonly lookups: readonly string[];
  /** Kinds of entries that only a connection makes. */
  readonly connections: readonly string[];
}

const CONNECTION =
  /^(?:TCP_CONNECT|SSL_CONNECT|UDP_CONNECT|SOCKET_POOL_CONNECT_JOB|QUIC_SESSION_POOL_JOB|QUIC_SESSION$)/u;
const LOOKUP = /^HOST_RESOLVER_(?:MANAGER_REQUEST|MANAGER_JOB|DNS_TASK|SYSTEM_TASK)/u;

/** Reads a whole net log; one that was cut off by a kill is no JSON and throws. */
export function readNetLog(file: string): NetworkUse {
  const { constants, events } = JSON.parse(readFileSync(file, 'utf8')) as NetLog;
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
  const requests: string[] = [];
  const lookups: string[] = [];
  const connections: string[] = [];
  for (const { type, params } of events) {
    const name = names.get(type) ?? '';
    const { url, host } = params ?? {};
    if (typeof url === 'string' && !url.startsWith('app://zhupi/')) requests.push(`${name} ${url}`);
    if (LOOKUP.test(name)) lookups.push(`${name} ${JSON.stringify(host ?? '')}`);
    if (CONNECTION.test(name)) connections.push(`${name} ${JSON.stringify(params ?? {})}`);
  }
  return { events: events.length, requests, lookups, connections };
}
