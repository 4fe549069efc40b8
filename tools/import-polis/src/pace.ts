/** Lets at most `perSecond` pass in each second, evenly. */
export function pace(perSecond: number): () => Promise<void> {
  if (perSecond === Infinity) return async () => undefined;
  let next = Date.now();
  return async () => {
    const now = Date.now();
    next = Math.max(next + 1000 / perSecond, now);
    if (next > now) await new Promise((resolve) => setTimeout(resolve, next - now));
  };
}

/**
 * Works through the items, `inHand` at once and started in their order; items of one lane are done one after the other. A lane that is
 * busy does not hold up those behind it: up to `lookAhead` items wait their turn. After a failure nothing more is started.
 */
export async function inLanes<T>(
  items: readonly T[],
  laneOf: (item: T) => string,
  inHand: number,
  work: (item: T) => Promise<void>,
  lookAhead = 2_000,
): Promise<void> {
  const waiting: T[] = [];
  const busy = new Set<string>();
  let next = 0;
  let hasFailed = false;
  const take = (): T | undefined => {
    while (waiting.length < lookAhead && next < items.length) waiting.push(items[next++]!);
    const at = waiting.findIndex((item) => !busy.has(laneOf(item)));
    return at < 0 ? undefined : waiting.splice(at, 1)[0];
  };
  await new Promise<void>((resolve, reject) => {
    const startWork = () => {
      while (busy.size < inHand && !hasFailed) {
        const item = take();
        if (item === undefined) break;
        const lane = laneOf(item);
        busy.add(lane);
        work(item).then(
          () => (busy.delete(lane), startWork()),
          (error) => ((hasFailed = true), reject(error)),
        );
      }
      if (busy.size === 0) resolve();
    };
    startWork();
  });
}
