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

/** An IPv6 client owns at least a /64 (RFC 6177), so its single addresses mean nothing. */
function networkOf(address: string): string {
  const bare = address.split('%', 1)[0]!;
  if (!ipaddr.isValid(bare)) return '';
  const parsed = ipaddr.process(bare);
  return parsed.kind() === 'ipv4' ? parsed.toString() : (parsed as ipaddr.IPv6).parts.slice(0, 4).join(':');
}

/** No more than its kind: what a browser says of itself in full would tell people apart. */
function deviceOf(agent: string): Device {
  const says = (...words: string[]) => words.some((word) => agent.includes(word));
  if (says('iPad', 'Tablet') || (says('Android') && !says('Mobile'))) return 'tablet';
  if (says('Mobile', 'iPhone')) return 'phone';
  return says('Mozilla/') ? 'computer' : 'program';
}
