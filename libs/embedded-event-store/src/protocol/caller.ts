import type { IncomingHttpHeaders } from 'node:http2';
import { isMetastream, metastreamOf } from '../rules/model';
import { guardedStream, mayAccess, type Action } from '../rules/access';
import type { Storage } from '../storage/storage';
import { dataOf } from '../storage/stored-event';
import { accessDenied } from './errors';
import { basicCredentials } from './users';

/**
 * Who calls, by the `authorization` header. Its password was looked at before, where the store has users. Where it has none, a name is
 * believed: what is denied by it keeps applications honest that run against a real server later, and nobody out.
 */
export class Caller {
  constructor(
    private readonly headers: IncomingHttpHeaders,
    private readonly storage: Storage,
  ) {}

  /** @throws CallError when the caller may not, or its header cannot be read */
  require(action: Action, stream: string): void {
    if (!this.may(action, stream)) throw accessDenied();
  }

  /** @throws CallError when the header cannot be read */
  may(action: Action, stream: string): boolean {
    return mayAccess(userIn(this.headers.authorization), action, stream, () => metadataOf(this.storage, guardedStream(stream)));
  }
}

function userIn(authorization: string | undefined): string | undefined {
  return authorization === undefined ? undefined : basicCredentials(authorization).user;
}

function metadataOf(storage: Storage, stream: string): Uint8Array {
  const head = isMetastream(stream) ? undefined : storage.head(metastreamOf(stream));
  const latest = head && storage.eventAt(head.number, head.revision);
  return latest ? dataOf(latest.response) : new Uint8Array();
}
