import { isMetastream, originalOf } from './model';
import { parseObject } from './stream-metadata';

/** What is asked of a stream; a metadata stream stands for the metadata of its original. */
export type Action = 'read' | 'write' | 'delete';
type AclAction = Action | 'metadataRead' | 'metadataWrite';

/** The keys of `$acl` in a stream's metadata. */
const KEYS: Record<AclAction, string> = { read: '$r', write: '$w', delete: '$d', metadataRead: '$mr', metadataWrite: '$mw' };
const EVERYBODY = '$all';
const ADMINISTRATORS = '$admins';
const ADMINISTRATOR = 'admin';

/** The stream whose metadata says who may; $all is a system stream without any. */
export const guardedStream = (stream: string): string => (isMetastream(stream) ? originalOf(stream) : stream);

/**
 * Whether a user may do that, by the rules of EventStoreDB: the roles of the stream's own `$acl`, else administrators for a system stream
 * and everybody for any other. A user has the role of its own name.
 * @param user undefined for a call without credentials: anybody on this machine is its administrator
 * @param metadata of the guarded stream, asked for only where it matters
 */
export function mayAccess(user: string | undefined, action: Action, stream: string, metadata: () => Uint8Array): boolean {
  if (user === undefined || user === ADMINISTRATOR) return true;
  const key = KEYS[aclAction(action, stream)];
  const acl = parseObject(metadata())['$acl'];
  const chosen = typeof acl === 'object' && acl !== null && !Array.isArray(acl) ? (acl as Record<string, unknown>)[key] : undefined;
  const roles =
    chosen === undefined || chosen === null ? [guardedStream(stream).startsWith('$') ? ADMINISTRATORS : EVERYBODY] : [chosen].flat();
  return roles.includes(EVERYBODY) || roles.includes(user);
}

function aclAction(action: Action, stream: string): AclAction {
  if (!isMetastream(stream)) return action;
  return action === 'read' ? 'metadataRead' : 'metadataWrite';
}
