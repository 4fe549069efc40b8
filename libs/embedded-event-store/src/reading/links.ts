import { isExpired, firstVisibleRevision } from '../rules/visibility';
import { eachField, WireReader, WireWriter } from '../protocol/wire';
import type { Storage } from '../storage/storage';
import { dataOf, factsOf } from '../storage/stored-event';

/** The type of an event that only points at another; its data is `revision@stream`. */
const LINK_TYPE = '$>';
const POINTER = /^(\d{1,15})@(.+)$/s;
const READ_RESPONSE = { event: 1 };
const READ_EVENT = { event: 1, link: 2, commitPosition: 3 };

/**
 * The ReadResp message of an event as a reader gets it who has links resolved: of a link, the event it points at beside the link itself, or
 * the link alone where that event is not to be seen (any more). Anything else is returned as it is.
 */
export function withLinkResolved(storage: Storage, response: Buffer): Buffer {
  const { type, position } = factsOf(response);
  if (type !== LINK_TYPE) return response;
  const target = targetOf(storage, dataOf(response).toString('utf8'));
  const readEvent = new WireWriter();
  if (target) readEvent.bytes(READ_EVENT.event, recordedEventIn(target));
  readEvent.bytes(READ_EVENT.link, recordedEventIn(response)).uint(READ_EVENT.commitPosition, position);
  return new WireWriter().bytes(READ_RESPONSE.event, readEvent.view()).finish();
}

function targetOf(storage: Storage, pointer: string): Buffer | undefined {
  const [, revision, stream] = POINTER.exec(pointer) ?? [];
  const head = stream === undefined ? undefined : storage.head(stream);
  if (!head || head.tombstoned || Number(revision) < firstVisibleRevision(stream!, head)) return undefined;
  const response = storage.eventAt(head.number, Number(revision))?.response;
  return response && !isExpired(factsOf(response).createdAt, head, Date.now()) ? response : undefined;
}

function recordedEventIn(response: Buffer): Buffer {
  let recorded: Buffer = Buffer.alloc(0);
  const outer = new WireReader(response);
  outer.varint();
  const readEvent = outer.message();
  eachField(readEvent, (field) => {
    if (field !== READ_EVENT.event) return false;
    recorded = readEvent.bytes();
    return true;
  });
  return recorded;
}
