import { randomUUID } from 'node:crypto';
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { NatsContext } from '@nestjs/microservices';
import { throwError, type Observable } from 'rxjs';
import { Rejection } from '@isegoria/kernel';
import type { RejectedReply } from '@isegoria/messaging';
import { log } from '../logging/logger';
import { secure } from '../logging/security-log';

/** Sends a rejection back as data; an unknown failure is logged under an id and tells nothing else. */
@Catch()
export class RpcRejectionFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): Observable<never> {
    if (error instanceof Rejection && error.code === 'UNTRUSTED_SENDER') {
      const subject = host.switchToRpc().getContext<NatsContext>().getSubject();
      secure('sender-refused', { code: error.code, subject });
    }
    return throwError(() => rejectedReply(error));
  }
}

function rejectedReply(error: unknown): RejectedReply {
  if (error instanceof Rejection) return { code: error.code, details: error.details };
  const incident = randomUUID();
  log.error({ incident, err: error }, 'a command failed');
  return { code: 'INTERNAL', details: {}, incident };
}
