import { createHmac, randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { Counter } from 'prom-client';
import type { RejectionCode, SecurityEvent } from '@isegoria/kernel';
import { log } from './logger';

/** What may be told: codes, patterns of routes and subjects of the platform's own, never what a request says. */
export interface SecurityFacts {
  readonly code?: RejectionCode;
  readonly method?: string;
  readonly route?: string;
  readonly origin?: string;
  readonly subject?: string;
  readonly role?: string;
  /** Of the entry in the log of events. */
  readonly position?: number;
}

const counted = new Counter({ name: 'isegoria_security_events_total', help: 'Entries of the security log', labelNames: ['event'] });

/** Writes one impersonal record, and counts it. */
export function secure(event: SecurityEvent, facts: SecurityFacts): void {
  counted.inc({ event });
  log.warn({ security: event, ...facts }, 'security');
}

const byStatus: Readonly<Record<number, SecurityEvent>> = { 401: 'not-signed-in', 403: 'not-permitted', 429: 'limit-reached' };

/** Records that a request was refused, where that matters for security. */
export function secureRefusal(request: Request, status: number, code: RejectionCode): void {
  const event = code === 'UNTRUSTED_SENDER' ? 'sender-refused' : byStatus[status];
  if (!event) return;
  const { path } = (request.route as { path?: string } | undefined) ?? {};
  secure(event, { code, method: request.method, ...(path !== undefined && { route: path }), origin: originOf(request.ip ?? '') });
}

let today = { day: '', key: randomBytes(32) };

/** The same for one client for a day at one process; nobody can find the address again, since the key is never kept. */
function originOf(address: string): string {
  const day = new Date().toISOString().slice(0, 10);
  if (today.day !== day) today = { day, key: randomBytes(32) };
  return createHmac('sha256', today.key).update(address).digest('base64url').slice(0, 16);
}
