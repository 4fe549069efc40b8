import { hash, timingSafeEqual } from 'node:crypto';
import type { Method } from '../transport/grpc-server';
import type { CallError } from '../transport/status';
import { accessDenied, invalidArgument, notAuthenticated } from './errors';

/** The name and the password of a Basic `authorization` header (RFC 7617). @throws CallError for another header */
export function basicCredentials(authorization: string): { user: string; password: string } {
  const [scheme = '', token = ''] = authorization.split(' ');
  const [user = '', ...rest] = Buffer.from(token, 'base64').toString('utf8').split(':');
  if (scheme.toLowerCase() !== 'basic' || user === '')
    throw invalidArgument('The authorization header is read as Basic, with a user name.');
  return { user, password: rest.join(':') };
}

/**
 * Methods for those alone who give a name and its password. As with a real server that allows no anonymous access, a call without a name is
 * denied, and one with a wrong password is not authenticated.
 */
export function guarded(users: ReadonlyMap<string, string> | undefined, methods: [path: string, method: Method][]): typeof methods {
  if (!users) return methods;
  return methods.map(([path, method]) => [
    path,
    (call) => {
      const refusal = refusalOf(users, call.headers.authorization);
      return refusal ? call.fail(refusal) : method(call);
    },
  ]);
}

function refusalOf(users: ReadonlyMap<string, string>, authorization: string | undefined): CallError | undefined {
  if (authorization === undefined) return accessDenied();
  try {
    const { user, password } = basicCredentials(authorization);
    return isSame(users.get(user), password) ? undefined : notAuthenticated();
  } catch {
    return notAuthenticated();
  }
}

/** Takes as long whatever is given, so that the time says nothing about how much of it is right. */
function isSame(known: string | undefined, given: string): boolean {
  const [one, other] = [known ?? '', given].map((text) => hash('sha256', text, 'buffer'));
  return timingSafeEqual(one!, other!) && known !== undefined;
}
