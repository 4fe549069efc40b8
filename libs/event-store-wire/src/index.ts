/**
 * The one file that uses what `@eventstore/db-client` ships for itself, so that a new release of it is looked over in one place. Two kinds:
 *
 * - the generated messages of the wire protocol. The embedded store answers that protocol, and the log reader asks in it. The package
 *   publishes no others, and a second copy made from the protocol's own files would have to be kept in step with the client's.
 * - protected members of the client: its connection and the options of its calls. It keeps credentials to itself where there is no TLS, and
 *   the embedded store asks for them on loopback. The client parses what it reads and so loses the stored
 *   bytes, which the log hashes; a second connection would need its own discovery, credentials and reconnecting.
 */
import type { EventStoreDBClient } from '@eventstore/db-client';
import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossipPb from '@eventstore/db-client/generated/gossip_pb.js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import featuresPb from '@eventstore/db-client/generated/serverfeatures_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';

export { featuresGrpc, featuresPb, gossipGrpc, gossipPb, sharedPb, streamsGrpc, streamsPb };
export type { DeleteReq, ReadReq, TombstoneReq } from '@eventstore/db-client/generated/streams_pb.js';

export interface RawRead<Response> {
  readonly decode: (message: Buffer) => Response;
  readonly deadline: Date;
}

const readPath = '/event_store.client.streams.Streams/Read';
const encode = (request: streamsPb.ReadReq): Buffer => Buffer.from(request.serializeBinary());

/**
 * Reads over the client's own connection, and gives each response as the caller decodes it.
 * @returns a readable stream of them; its errors are gRPC's
 */
export function readRaw<Response>(client: EventStoreDBClient, request: streamsPb.ReadReq, { decode, deadline }: RawRead<Response>) {
  // The protected members are reached by name: a subclass would load the whole client wherever only its messages are needed.
  const options = client['callArguments']({}, { deadline });
  const open = client['GRPCStreamCreator'](streamsGrpc.StreamsClient, 'readRawLog', (streams) =>
    // As streams.read, with a decoder of the caller's.
    streams.makeServerStreamRequest(readPath, encode, decode, request, ...options),
  );
  return open();
}

/** Has every call of a client carry a name and a password (Basic, RFC 7617), which it would otherwise not send without TLS. */
export function alwaysSend(client: EventStoreDBClient, { user, password }: { user: string; password: string }): void {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const plain = client['callArguments'];
  client['callArguments'] = (...asked) => {
    const given = plain(...asked);
    given[0].set('authorization', authorization);
    return given;
  };
}
