import type { Request } from 'express';
import ipaddr from 'ipaddr.js';
import type { Client, Device } from '@isegoria/kernel';
import { keyedHash } from '@isegoria/privacy';

/** For how many days a network counts as known after it was used. */
const days = 14;
const aDay = 86_400_000;

/**
 * What a request comes from. A hash of one day cannot be tied to that of another without the key, so nobody who has what was kept can
 * follow a network; who asks sends those of the days before along, so that somebody who came from it lately is known.
 */
export function clientOf({ ip, headers }: Pick<Request, 'ip' | 'headers'>, key: Buffer, now = Date.now()): Client {
  const network = networkOf(ip ?? '');
  const originOn = (day: string) => keyedHash(key, `origin ${day}`, network).slice(0, 32);
  const origins = Array.from({ length: days }, (_, ago) => originOn(new Date(now - ago * aDay).toISOString().slice(0, 10)));
  return { origins, device: deviceOf(headers['user-agent'] ?? '') };
}

/**
 * The class of networks and devices that a request comes from: neighbouring networks (an IPv4 /24, an IPv6 /48) and the kind of device, as
 * a keyed hash that is another in each `within`, so that what is counted in one place cannot be compared with another. Undefined without
 * an address: those of whom nothing is known are no class.
 */
export function originClassOf({ ip, headers }: Pick<Request, 'ip' | 'headers'>, key: Buffer, within: string): string | undefined {
  const neighbourhood = networkOf(ip ?? '', { ipv4: 3, ipv6: 3 });
  if (neighbourhood === '') return undefined;
  return keyedHash(key, `class of origin ${within}`, `${neighbourhood} ${deviceOf(headers['user-agent'] ?? '')}`).slice(0, 32);
}

/** So many parts of an address: bytes of an IPv4 address, groups of 16 bits of an IPv6 one. */
interface Width {
  readonly ipv4: number;
  readonly ipv6: number;
}

/** An IPv6 client owns at least a /64 (RFC 6177), so its single addresses mean nothing. */
const oneNetwork: Width = { ipv4: 4, ipv6: 4 };

function networkOf(address: string, { ipv4, ipv6 } = oneNetwork): string {
  const bare = address.split('%', 1)[0]!;
  if (!ipaddr.isValid(bare)) return '';
  const parsed = ipaddr.process(bare);
  return parsed.kind() === 'ipv4'
    ? (parsed as ipaddr.IPv4).octets.slice(0, ipv4).join('.')
    : (parsed as ipaddr.IPv6).parts.slice(0, ipv6).join(':');
}

/** No more than its kind: what a browser says of itself in full would tell people apart. */
function deviceOf(agent: string): Device {
  const says = (...words: string[]) => words.some((word) => agent.includes(word));
  if (says('iPad', 'Tablet') || (says('Android') && !says('Mobile'))) return 'tablet';
  if (says('Mobile', 'iPhone')) return 'phone';
  return says('Mozilla/') ? 'computer' : 'program';
}
