/** Why whole files of the suite say nothing about one node without TLS. The first that fits is reported. */
const LEFT_OUT: readonly (readonly [files: RegExp, reason: string])[] = [
  [/^persistentSubscription\//, 'persistent subscriptions are answered UNIMPLEMENTED'],
  [/^projections\//, 'projections are answered UNIMPLEMENTED'],
  [/^plugins\//, 'client certificates need TLS'],
  [/^connection\/(secure-single-node|tlsCAFile|connectionString\/secure)/, 'needs TLS'],
  [
    /^connection\/(Channel|cluster|not-leader|reconnect\/|connectionString\/insecure-cluster|deadline\/deadline-effects)/,
    'needs a cluster of three',
  ],
  [/^extra\/http\.test/, 'needs a cluster of three, and the HTTP API'],
];

/**
 * @param file its path below packages/test/src
 * @param hasTracing whether the checkout has its own packages, some of which are not among ours
 */
export function reasonNotToRun(file: string, hasTracing: boolean): string | undefined {
  if (file.startsWith('opentelemetry/') && !hasTracing) return 'needs packages that `yarn install` in the checkout brings';
  return LEFT_OUT.find(([files]) => files.test(file))?.[1];
}

/**
 * A test that meets one of these sentences asks for something that the store declares not to have: it is counted by itself. The second is
 * the client's own, where the server's list of features has no persistent subscriptions.
 */
export const isDeclaredAbsent = (failure: string): boolean =>
  /UNIMPLEMENTED: The embedded event store has no |PersistentSubscriptionToAll requires server version/.test(failure);
