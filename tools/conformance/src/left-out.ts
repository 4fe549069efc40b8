/** Something that tests of the suite ask for and the store has not. The run fails where these names are not true. */
export interface LeftOut {
  /** What those tests ask for, and why the store has not got it. */
  readonly reason: string;
  /** What a test says that fails for this reason; absent where the suite itself skips the whole file. */
  readonly sign?: RegExp;
  /** Below packages/test/src; each has a test that fails so. */
  readonly files: readonly string[];
}

export const LEFT_OUT: readonly LeftOut[] = [
  {
    reason: 'persistent subscriptions: UNIMPLEMENTED, since every reader of Isegoria keeps its own place',
    // Where a server does not say that it has them, the client asks over HTTP, or not at all.
    sign: /has no persistent subscriptions|Not Implemented|requires server version|Received constructor: (UnsupportedError|UnknownError)/,
    files: [
      'connection/reconnect/all-nodes-down.test.ts',
      'extra/dispose.test.ts',
      'extra/typedEvents.test.ts',
      'opentelemetry/instrumentation.test.ts',
      'persistentSubscription/createPersistentSubscriptionToAll.test.ts',
      'persistentSubscription/createPersistentSubscriptionToStream.test.ts',
      'persistentSubscription/deletePersistentSubscriptionToAll.test.ts',
      'persistentSubscription/deletePersistentSubscriptionToStream.test.ts',
      'persistentSubscription/getPersistentSubscriptionToAllInfo.test.ts',
      'persistentSubscription/getPersistentSubscriptionToStreamInfo.test.ts',
      'persistentSubscription/listAllPersistentSubscriptions.test.ts',
      'persistentSubscription/listPersistentSubscriptionsToAll.test.ts',
      'persistentSubscription/listPersistentSubscriptionsToStream.test.ts',
      'persistentSubscription/replayParkedMessagesToAll.test.ts',
      'persistentSubscription/replayParkedMessagesToStream.test.ts',
      'persistentSubscription/restartPersistentSubscriptionSubsystem.test.ts',
      'persistentSubscription/subscribeToPersistentSubscriptionToAll-filters.test.ts',
      'persistentSubscription/subscribeToPersistentSubscriptionToAll.test.ts',
      'persistentSubscription/subscribeToPersistentSubscriptionToStream.test.ts',
      'persistentSubscription/updatePersistentSubscriptionToAll.test.ts',
      'persistentSubscription/updatePersistentSubscriptionToStream.test.ts',
      'samples/persistent-subscriptions.ts',
    ],
  },
  {
    reason: 'projections: UNIMPLEMENTED, since the read models of Isegoria are made outside of the store',
    sign: /has no projections|Not Implemented/,
    files: [
      'extra/oversize-event.test.ts',
      'persistentSubscription/subscribeToPersistentSubscriptionToStream.test.ts',
      'projections/createProjection.test.ts',
      'projections/deleteProjection.test.ts',
      'projections/disableProjection.test.ts',
      'projections/enableProjection.test.ts',
      'projections/getProjectionResult.test.ts',
      'projections/getProjectionState.test.ts',
      'projections/getProjectionStatus.test.ts',
      'projections/listProjections.test.ts',
      'projections/resetProjection.test.ts',
      'projections/restartSubsystem.test.ts',
      'projections/updateProjection.test.ts',
      'samples/projection-management.ts',
    ],
  },
  {
    reason: 'a follower that refuses what only the leader may do: the one node is the leader',
    sign: /Expected constructor: NotLeaderError/,
    files: ['connection/not-leader.test.ts', 'connection/reconnect/NotLeaderError.test.ts'],
  },
  {
    reason: 'another node that takes over when one is stopped: there is one',
    sign: /Failed to discover after 10 attempts|Expected constructor: CancelledError\s+Received constructor: UnavailableError/,
    files: ['connection/reconnect/UnavailableError.test.ts', 'connection/reconnect/mid-stream.test.ts'],
  },
  {
    reason: 'a commit timeout of one millisecond: the store has no such timeout, since it acknowledges what is flushed',
    sign: /Expected constructor: TimeoutError/,
    files: ['connection/reconnect/no-reconnection.test.ts'],
  },
  {
    reason: 'users who sign in with a certificate: a plugin of the commercial server, and the store has no TLS of its own',
    sign: /PERMISSION_DENIED: Access Denied/,
    files: ['plugins/client-certificates.deprecated.test.ts', 'plugins/client-certificates.test.ts'],
  },
  {
    reason: 'a cluster in the cloud of the vendor: without its EVENTSTORE_CLOUD_ID the suite skips the file',
    files: ['connection/dns.test.ts', 'samples/get-started.ts'],
  },
];
