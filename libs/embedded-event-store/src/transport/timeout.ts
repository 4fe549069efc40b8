const MILLISECONDS: Readonly<Record<string, number>> = { H: 3_600_000, M: 60_000, S: 1_000, m: 1, u: 1e-3, n: 1e-6 };
/** Timers take no more; a caller who waits that long waits for ever. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * How long a caller waits, in milliseconds; undefined for ever, or when it says nothing that can be read.
 * Source: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md, Timeout
 */
export function timeoutIn(header: string | string[] | undefined): number | undefined {
  const [, value, unit] = /^(\d{1,8})([HMSmun])$/.exec(String(header)) ?? [];
  if (!value || !unit) return undefined;
  const timeout = Math.ceil(Number(value) * MILLISECONDS[unit]!);
  return timeout > LONGEST_TIMER ? undefined : timeout;
}
