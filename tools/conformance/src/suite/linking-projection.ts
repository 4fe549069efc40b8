/*
 * Two tests of `streams` ask for links that a projection makes. The store has no projections; so that what it does with links is tested
 * all the same, a projection that only links is run here, by a client: it follows the stream and appends the links. Every other one
 * reaches the store, which refuses it.
 */
import { binaryEvent, EventStoreDBClient, START, type RecordedEvent } from '@eventstore/db-client';

const ONLY_LINKS = /^\s*fromStream\("[^"]+"\)\.when\(\{\s*\$any: function\(state, ev\) \{\s*linkTo\([^;]*\)\s*\}\s*\}\);\s*$/;
/** Switched on by those tests, and not looked at. */
const BY_CATEGORY = '$by_category';

type Handler = (state: object, event: RecordedEvent & { sequenceNumber: bigint }) => void;

const { createProjection, enableProjection } = EventStoreDBClient.prototype;

EventStoreDBClient.prototype.enableProjection = async function (name, options) {
  if (name !== BY_CATEGORY) await enableProjection.call(this, name, options);
};

EventStoreDBClient.prototype.createProjection = async function (name, query, options) {
  if (!ONLY_LINKS.test(query)) return createProjection.call(this, name, query, options);
  const linkTo = (stream: string, { id, revision, streamId }: RecordedEvent) => {
    const link = { type: '$>', data: Buffer.from(`${revision}@${streamId}`), metadata: { $causedBy: id } };
    void this.appendToStream(stream, binaryEvent(link));
  };
  const fromStream = (stream: string) => ({
    when: ({ $any }: { $any: Handler }) => {
      const following = this.subscribeToStream(stream, { fromRevision: START });
      following.on('data', ({ event }) => event && $any({}, { ...event, sequenceNumber: event.revision }));
      // It goes on until the store is stopped.
      following.on('error', () => following.destroy());
    },
  });
  new Function('fromStream', 'linkTo', query)(fromStream, linkTo);
};
