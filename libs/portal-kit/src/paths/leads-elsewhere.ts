import { UseInterceptors, type CallHandler, type ExecutionContext } from '@nestjs/common';
import { of, type Observable } from 'rxjs';
import type { Visit, Visited } from '../session/visit';

/** Class decorator: what another page answers leads there. @param where its address; undefined for all else */
export function LeadsElsewhere(where: (visit: Visit) => string | undefined): ClassDecorator {
  return UseInterceptors({
    intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
      const { visit } = context.switchToHttp().getResponse<Visited>();
      const elsewhere = where(visit);
      if (elsewhere === undefined) return next.handle();
      visit.seeOther(elsewhere);
      return of(undefined);
    },
  });
}
