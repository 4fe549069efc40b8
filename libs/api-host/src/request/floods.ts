import { UseGuards, applyDecorators } from '@nestjs/common';
import { Throttle, ThrottlerGuard, type ThrottlerModuleOptions } from '@nestjs/throttler';
import { setting } from '@isegoria/service-host';

const minute = 60_000;

/** Raises (or lowers) every limit: offices that register people at a counter share one address. */
export function limitFactor(): number {
  const factor = Number(setting('RATE_LIMIT_FACTOR', '1'));
  if (!(factor > 0)) throw new Error('The environment variable RATE_LIMIT_FACTOR is not a number above 0.');
  return factor;
}

export const floodLimits: ThrottlerModuleOptions = { throttlers: [{ ttl: minute, limit: 60 }] };

/** Refuses more than the given number of requests a minute from one client address (TOO_MANY_REQUESTS). */
export function AtMostAMinute(requests: number): MethodDecorator {
  return applyDecorators(
    UseGuards(ThrottlerGuard),
    Throttle({ default: { ttl: minute, limit: () => Math.ceil(requests * limitFactor()) } }),
  );
}
