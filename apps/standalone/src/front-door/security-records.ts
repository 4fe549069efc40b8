import { pino } from 'pino';
import type { RejectionCode, SecurityEvent } from '@isegoria/contracts';
import { atMostAMinute } from '@isegoria/steady';

/** Tells the operator of a refusal; nothing that the request says goes in, beside a method of HTTP. */
export type Tell = (code: RejectionCode, method: string) => void;

const events: Partial<Record<RejectionCode, SecurityEvent>> = { MISDIRECTED_REQUEST: 'host-refused', TOO_MANY_REQUESTS: 'limit-reached' };

/** Records of one event in a minute. */
const most = 60;

/** Writes the door's part of the security log to a file. */
export function securityRecordsIn(file: string): Tell {
  const log = pino({ base: { service: 'front-door' } }, pino.destination({ dest: file, mkdir: true, sync: true }));
  const mayWrite = atMostAMinute<SecurityEvent>(most, (security, leftOut) => log.warn({ security, leftOut }, 'security'));
  return (code, method) => {
    const security = events[code];
    if (security && mayWrite(security)) log.warn({ security, code, method }, 'security');
  };
}
