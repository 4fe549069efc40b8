import { randomUUID } from 'node:crypto';
import type { Outlet } from '../protocol/outlet';
import { caughtUp, checkpoint, confirmation } from '../protocol/read-messages';
import type { From, ReadRequest } from '../protocol/read-request';
import { livingHead, pageLimit, presenting, withoutExpired } from './reads';
import type { ReadEntry, Storage } from '../storage/storage';
import { factsOf } from '../storage/stored-event';
import { firstVisibleRevision } from '../rules/visibility';
import type { WakeUps } from './wake-ups';
import type { Filter } from '../rules/filters';

/** As far as the index can count. */
const HIGHEST_REVISION = 2 ** 47;

/**
 * A subscription is a reader that keeps its place and waits at the end. Catching up and live are the same read,
 * so nothing falls between them and nothing comes twice; a slow reader only lags.
 */
export async function subscribeToAll(storage: Storage, wakeUps: WakeUps, request: ReadRequest, outlet: Outlet): Promise<void> {
  const present = presenting(storage, request);
  let after = positionBefore(request.from, storage);
  const looked = request.filter ? new Checkpoints(request.filter, present) : undefined;
  await outlet.send([confirmation(randomUUID())]);
  await follow(outlet, (wake) => wakeUps.followAll(wake), async () => {
    const page = storage.readLog(after + 1, false, pageLimit(request));
    if (page.length === 0) return false;
    after = page[page.length - 1]!.position;
    await outlet.send(looked ? looked.through(page) : page.map(present));
    return true;
  });
}

/** What a filtered subscription sends of a page: the events that match, and how far it has looked. */
class Checkpoints {
  private considered = 0;

  constructor(
    private readonly filter: Filter,
    private readonly present: (entry: ReadEntry) => Buffer,
  ) {}

  *through(page: readonly ReadEntry[]): Generator<Buffer> {
    for (const entry of page) {
      if (this.filter.matches(factsOf(entry.response))) yield this.present(entry);
      this.considered += 1;
      if (this.considered % this.filter.checkpointEvery === 0) yield checkpoint(entry.position);
    }
  }
}

/** @throws the call's error for a tombstoned stream, also when that happens later; a stream may not exist yet */
export async function subscribeToStream(
  storage: Storage,
  wakeUps: WakeUps,
  stream: string,
  request: ReadRequest,
  outlet: Outlet,
): Promise<void> {
  const present = presenting(storage, request);
  let after = revisionBefore(request.from, storage, stream);
  let live = false;
  await outlet.send([confirmation(randomUUID())]);
  const wakeMe = (wake: () => void) => wakeUps.followStream(stream, wake);
  await follow(outlet, wakeMe, async () => {
    const head = livingHead(storage, stream);
    // What arrives while one is there is shown; what the metadata hides is hidden from those who come later.
    const first = head && !live ? firstVisibleRevision(stream, head) : 0;
    const page = head ? storage.readStream(head.number, after + 1, false, first, pageLimit(request), head.revision) : [];
    if (!head || page.length === 0) {
      live = true;
      return false;
    }
    after = page[page.length - 1]!.revision;
    await outlet.send((live ? page : withoutExpired(page, head)).map(present));
    return true;
  });
}

/** Reads on until there is no more, says so once, and then waits each time for a wake-up. */
async function follow(outlet: Outlet, wakeMe: (wake: () => void) => () => void, readOn: () => Promise<boolean>): Promise<void> {
  // Followed before the first read, so that what is written meanwhile is not missed.
  const stop = wakeMe(() => outlet.wake());
  try {
    for (let toldCaughtUp = false; !outlet.closed; ) {
      if (await readOn()) continue;
      if (!toldCaughtUp) await outlet.send([caughtUp()]);
      toldCaughtUp = true;
      await outlet.idle();
    }
  } finally {
    stop();
  }
}

function positionBefore(from: From, storage: Storage): number {
  if (from === 'start') return 0;
  return from === 'end' ? storage.lastPosition() : Math.min(from, Number.MAX_SAFE_INTEGER - 1);
}

function revisionBefore(from: From, storage: Storage, stream: string): number {
  if (from === 'start') return -1;
  return from === 'end' ? (livingHead(storage, stream)?.revision ?? -1) : Math.min(from, HIGHEST_REVISION);
}
