import type { Request } from 'express';
import ipaddr from 'ipaddr.js';
import type { Client } from '@isegoria/kernel';
import { keyedHash } from '@isegoria/privacy';

/** For how many days a network counts as known after it was used. */
const days = 14;
const aDay = 86_400_000;

/**
 * What a request comes from. A hash of one day cannot be tied to that of another without the key, so nobody who has what was kept can
 * follow a network; who asks sends those of the days before along, so that somebody who came from it lately is known.
 */
export function clientOf({ ip }: Pick<Request, 'ip'>, key: Buffer, now = Date.now()): Client {
  const network = networkOf(ip ?? '');
  const originOn = (day: string) => keyedHash(key, `origin ${day}`, network).slice(0, 32);
  return { origins: Array.from({ length: days }, (_, ago) => originOn(new Date(now - ago * aDay).toISOString().slice(0, 10))) };
}

/** An IPv6 client owns at least a /64 (RFC 6177), so its single addresses mean nothing. */
function networkOf(address: string): string {
  const bare = address.split('%', 1)[0]!;
  if (!ipaddr.isValid(bare)) return '';
  const parsed = ipaddr.process(bare);
  return parsed.kind() === 'ipv4' ? parsed.toString() : (parsed as ipaddr.IPv6).parts.slice(0, 4).join(':');
}
