import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { NatsContext } from '@nestjs/microservices';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { traced } from '@isegoria/tracing';

/** Handles each command as a span below that of who sent it. */
export class TracedCommands implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (execution.getType() !== 'rpc') return next.handle();
    const message = execution.switchToRpc().getContext<NatsContext>();
    const parent: unknown = message.getHeaders()?.get('traceparent');
    const plan = {
      name: `handle ${message.getSubject()}`,
      kind: 'SERVER',
      parent: typeof parent === 'string' ? parent : undefined,
    } as const;
    return from(traced(plan, () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }
}
