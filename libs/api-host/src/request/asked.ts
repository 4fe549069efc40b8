import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Rejection, refuseUnknown, type CommandContract, type QueryContract } from '@isegoria/kernel';
import { fieldsOf } from './parameters';

/** Guards the route of a contract: it knows what it is asked after the question mark. @throws Rejection UNKNOWN_PARAMETER, UNKNOWN_FIELD */
export function asksWhatIsKnown({ route, shape }: CommandContract | QueryContract): CanActivate {
  const { method, parameters } = route!;
  const known = () => [...fieldsOf(shape).filter((field) => !parameters.includes(field)), 'after'];
  return {
    canActivate(context: ExecutionContext): true {
      const { query } = context.switchToHttp().getRequest<Request>();
      if (method === 'GET') refuseUnknown(query, known());
      // What is to be done stands in the path and the body: whoever asks beside them for a trial run must not get the act itself.
      const [stray] = Object.keys(query);
      if (method !== 'GET' && stray !== undefined) throw new Rejection('UNKNOWN_FIELD', { field: stray });
      return true;
    },
  };
}
