interface NotAsked {
  readonly files: RegExp;
  /** Of the full names of tests; all in the file when absent. */
  readonly tests?: RegExp;
  readonly reason: string;
}

/** What the suite asks and the store does not answer for. The first that fits is reported. */
const NOT_ASKED: readonly NotAsked[] = [
  { files: /^(persistentSubscription\/|samples\/persistent-subscriptions)/, reason: 'persistent subscriptions are answered UNIMPLEMENTED' },
  { files: /^(projections\/|samples\/projection-management)/, reason: 'projections are answered UNIMPLEMENTED' },
  { files: /^plugins\//, reason: 'certificates of users are looked at by a plugin of the server, with a licence' },
  { files: /^extra\/http\.test/, reason: 'asks the HTTP API, which the store does not have' },
  { files: /^connection\/(not-leader|reconnect\/NotLeaderError)/, reason: 'asks a follower, which a single node never is' },
  { files: /^connection\/reconnect\/(UnavailableError|mid-stream)/, reason: 'stops a node, and goes on at another one' },
  {
    files: /^connection\/reconnect\/no-reconnection/,
    tests: /TimeoutError$/,
    reason: 'has the server give up appends after a millisecond, by a setting that the store does not have',
  },
];

/**
 * @param file its path below packages/test/src
 * @param hasTracing whether the checkout has its own packages, some of which are not among ours
 */
export function reasonNotToRun(file: string, hasTracing: boolean): string | undefined {
  if (file.startsWith('opentelemetry/') && !hasTracing) return 'needs packages that `yarn install` in the checkout brings';
  return NOT_ASKED.find(({ files, tests }) => !tests && files.test(file))?.reason;
}

/** Why one test of a file that is run is not asked of the store. @param test its full name */
export function reasonNotToAsk(file: string, test: string): string | undefined {
  return NOT_ASKED.find(({ files, tests }) => files.test(file) && tests?.test(test))?.reason;
}

/**
 * A test that meets one of these sentences asks for something that the store declares not to have: it is counted by itself. The second is
 * the client's own, where the server's list of features has no persistent subscriptions.
 */
export const isDeclaredAbsent = (failure: string): boolean =>
  /UNIMPLEMENTED: The embedded event store has no |PersistentSubscriptionToAll requires server version/.test(failure);
