import autocannon from 'autocannon';

/** One request of a load; bodies and sessions differ from one to the next. */
export interface LoadRequest {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export interface LoadOutcome {
  /** Answers with a 2xx status a second. */
  readonly perSecond: number;
  readonly refused: number;
  readonly p99: number;
}

/** How long a load is sent before it is measured, at most as long as it is measured: programs are compiled while they run (seconds). */
export const warmUp = (seconds: number): number => Math.min(6, seconds);

/** Seconds of each load, unless others are asked for. */
export const byDefault = 10;

/**
 * How much a case is made of that no load of a few seconds could make: all of it where loads last as long as by default, and a part where
 * they are short, for a look at whether it measures.
 */
export const sized = (most: number, seconds: number): number => Math.min(most, Math.ceil((most * seconds) / byDefault));

/** The longest that a load goes on for its first answer (seconds). */
const mostForAnAnswer = 60;

/**
 * Sends requests over keep-alive connections for some seconds; `next` gives each one. Loopback only. A busy machine may answer none of
 * them in a short time, which is no figure: then they are sent for twice as long.
 */
export async function load(origin: string, seconds: number, next: () => LoadRequest, connections = 64): Promise<LoadOutcome> {
  const started = Date.now();
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    requests: [{ setupRequest: (request: object) => ({ ...request, ...next() }) }],
  });
  const elapsed = (Date.now() - started) / 1000;
  const refused = result.non2xx + result.errors;
  if (result['2xx'] + refused === 0 && seconds < mostForAnAnswer) return load(origin, seconds * 2, next, connections);
  return { perSecond: result['2xx'] / elapsed, refused, p99: result.latency.p99 };
}
