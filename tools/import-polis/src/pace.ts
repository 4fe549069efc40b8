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

/** Works through the items with a bounded number in hand; items of one lane are done one after the other, in their order. */
export async function inLanes<T>(items: readonly T[], laneOf: (item: T) => string, inHand: number, work: (item: T) => Promise<void>): Promise<void> {
  const lanes = new Map<string, Promise<void>>();
  const running = new Set<Promise<void>>();
  for (const item of items) {
    const lane = laneOf(item);
    const task = (lanes.get(lane) ?? Promise.resolve()).then(() => work(item));
    lanes.set(lane, task);
    const tracked: Promise<void> = task.finally(() => {
      running.delete(tracked);
      if (lanes.get(lane) === task) lanes.delete(lane);
    });
    tracked.catch(() => undefined);
    running.add(tracked);
    if (running.size >= inHand) await Promise.race(running);
  }
  await Promise.all(running);
}
