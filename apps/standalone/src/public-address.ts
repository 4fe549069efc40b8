import ipaddr from 'ipaddr.js';
import { StartRefused } from './start-refused';

/** Where the platform is, as the operator set it. */
export interface PublicAddress {
  /** Whether it listens for this machine alone. */
  readonly isThisMachineAlone: boolean;
  /** Whether `PUBLIC_URL` names a place beyond this machine. */
  readonly namesAnotherMachine: boolean;
  /** Whether people reach it over https, so that a browser may be told to use nothing else. */
  readonly isSecure: boolean;
  /** Where it listens: an address or a name of this machine. */
  readonly host: string;
  /** Whether a host, perhaps with a port (RFC 9110, section 7.2), names this platform. */
  isOwn(host: string | undefined): boolean;
  /** The address at which people reach it, without a slash at the end. */
  urlAt(port: number): string;
  /** The address at which the tools of this machine reach it. */
  localUrlAt(port: number): string;
}

/**
 * Reads `HOST` and `PUBLIC_URL`. Without the second, people reach it at localhost; names of this machine count there, and wherever it
 * listens for this machine alone: at any port, since a tunnel may end at another.
 * @throws StartRefused when PUBLIC_URL is no origin
 */
export function publicAddress(env: NodeJS.ProcessEnv = process.env): PublicAddress {
  const host = env['HOST'] || '127.0.0.1';
  const site = env['PUBLIC_URL'] ? originIn(env['PUBLIC_URL']) : undefined;
  const isThisMachineAlone = isLoopback(host);
  const answersLocalNames = isThisMachineAlone || site === undefined;
  const localUrlAt = (port: number) => `http://localhost:${port}`;
  return {
    host,
    isThisMachineAlone,
    namesAnotherMachine: site !== undefined && !isLoopback(site.hostname),
    isSecure: site?.protocol === 'https:',
    isOwn(asked) {
      const url = asked !== undefined && authority.test(asked) ? parsed(`${site?.protocol ?? 'http:'}//${asked}`) : null;
      return url !== null && (url.host === site?.host || (answersLocalNames && isLoopback(url.hostname)));
    },
    urlAt: (port) => site?.origin ?? localUrlAt(port),
    localUrlAt: (port) => (answersLocalNames || site === undefined ? localUrlAt(port) : site.origin),
  };
}

/** What is more than a host and a port would go into links: `X-Forwarded-Host` may hold anything. */
const authority = /^[\w.:[\]-]+$/;

function originIn(setting: string): URL {
  const url = parsed(setting);
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (!isOrigin) throw new StartRefused('PUBLIC_URL has to be an address without a path, such as https://participate.example.org.');
  return url;
}

function parsed(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

/** `localhost` and addresses that never leave the machine (RFC 6761, section 6.3; RFC 6890). */
function isLoopback(host: string): boolean {
  const bare = host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  return bare === 'localhost' || (ipaddr.isValid(bare) && ipaddr.process(bare).range() === 'loopback');
}
