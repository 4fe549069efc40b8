import proxyAddr from 'proxy-addr';
import { StartRefused } from '../start-refused';

export interface DoorSettings {
  /** Whether the proxy at this address is believed when it says for whom it asks. */
  readonly isProxy: (address: string, hop: number) => boolean;
  /** Connections of one client at once, and requests of one client being answered at once. */
  readonly connections: number;
  /** Live streams of one client at once. */
  readonly liveStreams: number;
  /** Milliseconds within which the head of a request must arrive. */
  readonly headWithin: number;
  /** Milliseconds within which the whole request must arrive. */
  readonly requestWithin: number;
}

/** @throws StartRefused that names the variable when one of them is wrong */
export function doorSettings(env: NodeJS.ProcessEnv = process.env): DoorSettings {
  return {
    isProxy: proxiesIn(env['TRUSTED_PROXIES'] || 'loopback'),
    connections: wholeNumber(env, 'CLIENT_CONNECTIONS', 512),
    liveStreams: wholeNumber(env, 'CLIENT_LIVE_STREAMS', 256),
    headWithin: 1_000 * wholeNumber(env, 'REQUEST_HEAD_SECONDS', 15),
    requestWithin: 1_000 * wholeNumber(env, 'REQUEST_SECONDS', 60),
  };
}

/** The same names and subnets as Express takes for `trust proxy`, which the gateway and the portal read. */
function proxiesIn(list: string): DoorSettings['isProxy'] {
  try {
    return proxyAddr.compile(list.split(',').map((entry) => entry.trim()));
  } catch (error) {
    throw new StartRefused(`TRUSTED_PROXIES cannot be read: ${(error as Error).message}.`);
  }
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const value = Number(env[name] || fallback);
  if (!Number.isSafeInteger(value) || value < 1) throw new StartRefused(`${name} has to be a whole number above 0.`);
  return value;
}
