import { streamDeleted } from '../protocol/errors';
import { isMetastream, isSoftDeleted, originalOf, type StreamHead } from '../rules/model';
import type { Outlet } from '../protocol/outlet';
import { streamNotFound } from '../protocol/read-messages';
import type { From, ReadRequest } from '../protocol/read-request';
import type { ReadEntry, Storage } from '../storage/storage';
import { factsOf } from '../storage/stored-event';
import { firstVisibleRevision, isExpired } from '../rules/visibility';
import { withLinkResolved } from './links';

/** Events a page where links are resolved. */
const LINKED_PAGE = 16;

/** Sends up to `count` events of $all: forwards from the position inclusive, backwards from just before it. */
export async function readAll(storage: Storage, request: ReadRequest, outlet: Outlet): Promise<void> {
  const { backwards, filter } = request;
  const present = presenting(storage, request);
  let left = request.count ?? 0;
  let from = startOfAll(request.from, backwards);
  while (left > 0 && !outlet.closed) {
    const page = storage.readLog(from, backwards, pageLimit(request, filter ? undefined : left));
    if (page.length === 0) return;
    const last = page[page.length - 1]!.position;
    from = backwards ? last : last + 1;
    const chosen = page.filter(({ response }) => !filter || filter.matches(factsOf(response))).slice(0, left);
    left -= chosen.length;
    await outlet.send(chosen.map(present));
  }
}

function startOfAll(from: From, backwards: boolean): number {
  if (from === 'start') return backwards ? 0 : 1;
  return from === 'end' ? Number.MAX_SAFE_INTEGER : Math.min(from, Number.MAX_SAFE_INTEGER);
}

/**
 * Sends up to `count` events of a stream, from the revision inclusive in either direction, without those that
 * the stream's metadata hides; "not found" for a stream that never was or was deleted.
 * @throws the call's error for a tombstoned stream
 */
export async function readStream(storage: Storage, stream: string, request: ReadRequest, outlet: Outlet): Promise<void> {
  const head = livingHead(storage, stream);
  if (!head || head.revision < 0 || isSoftDeleted(head)) return outlet.send([streamNotFound(stream)]);
  const { backwards } = request;
  const present = presenting(storage, request);
  const first = firstVisibleRevision(stream, head);
  let left = request.count ?? 0;
  let from = startOfStream(request.from, backwards, head);
  while (left > 0 && !outlet.closed) {
    const page = storage.readStream(
      head.number,
      from,
      backwards,
      first,
      pageLimit(request, head.maxAge === undefined ? left : undefined),
      head.revision,
    );
    if (page.length === 0) return;
    const last = page[page.length - 1]!.revision;
    from = backwards ? last - 1 : last + 1;
    const chosen = withoutExpired(page, head).slice(0, left);
    left -= chosen.length;
    await outlet.send(chosen.map(present));
  }
}

function startOfStream(from: From, backwards: boolean, head: StreamHead): number {
  if (from === 'start') return 0;
  if (from === 'end') return backwards ? head.revision : head.revision + 1;
  // Past the end there is nothing: forwards that is an empty read, backwards it begins at the last event.
  return backwards ? Math.min(from, head.revision) : Math.min(from, head.revision + 1);
}

/** @throws the call's error for a tombstoned stream; its metadata went with it */
export function livingHead(storage: Storage, stream: string): StreamHead | undefined {
  const head = storage.head(stream);
  if (head?.tombstoned) throw streamDeleted(stream);
  if (isMetastream(stream) && storage.head(originalOf(stream))?.tombstoned) throw streamDeleted(stream);
  return head;
}

export function withoutExpired(page: readonly ReadEntry[], head: StreamHead): readonly ReadEntry[] {
  if (head.maxAge === undefined) return page;
  const now = Date.now();
  return page.filter(({ response }) => !isExpired(factsOf(response).createdAt, head, now));
}

/** What is sent for an event that was read. */
export const presenting =
  (storage: Storage, { resolveLinks }: ReadRequest) =>
  ({ response }: ReadEntry): Buffer =>
    resolveLinks ? withLinkResolved(storage, response) : response;

/** A page of links may stand for events of a mebibyte each, so it is short. */
export const pageLimit = ({ resolveLinks }: ReadRequest, limit?: number): number | undefined =>
  resolveLinks ? Math.min(limit ?? LINKED_PAGE, LINKED_PAGE) : limit;
