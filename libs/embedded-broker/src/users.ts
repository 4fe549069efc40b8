import { hash, timingSafeEqual } from 'node:crypto';
import { isWithin } from './subjects';

/** Somebody who may connect, by name and password or by a token, and what they may do; everything where a list is absent. */
export interface BrokerUser {
  readonly user?: string;
  readonly password?: string;
  readonly token?: string;
  /** Subjects and patterns that they may publish to. */
  readonly publish?: readonly string[];
  /** Subjects and patterns that they may subscribe to, and patterns within those. */
  readonly subscribe?: readonly string[];
}

/** What a client says about itself in CONNECT. */
export interface Credentials {
  readonly user?: string;
  readonly pass?: string;
  readonly auth_token?: string;
}

export type Permissions = Pick<BrokerUser, 'publish' | 'subscribe'>;

/** Who may connect; everybody where nobody is named. */
export class Users {
  constructor(private readonly users: readonly BrokerUser[] = []) {
    const complete = users.every(({ user, password, token }) => (token === undefined ? Boolean(user && password) : token !== ''));
    if (!complete) throw new Error('Each user of the broker needs a name and a password, or a token.');
  }

  get areAsked(): boolean {
    return this.users.length > 0;
  }

  /** What a client with these credentials may do; undefined where it may not connect. */
  permissionsOf(given: Credentials): Permissions | undefined {
    if (!this.areAsked) return {};
    return this.users.find((known) =>
      known.token === undefined
        ? isSame(known.user, given.user) && isSame(known.password, given.pass)
        : isSame(known.token, given.auth_token),
    );
  }
}

/** Whether a list of a user's permissions has room for a subject or a pattern. */
export function isAllowed(patterns: readonly string[] | undefined, subject: string): boolean {
  return patterns === undefined || patterns.some((pattern) => isWithin(subject, pattern));
}

/** Takes as long whatever is given, so that the time says nothing about how much of it is right. */
function isSame(known: string | undefined, given: string | undefined): boolean {
  if (known === undefined || given === undefined) return false;
  return timingSafeEqual(hash('sha256', known, 'buffer'), hash('sha256', given, 'buffer'));
}
