import { randomUUID } from 'node:crypto';
import type { sendUnaryData, ServerUnaryCall, UntypedServiceImplementation } from '@grpc/grpc-js';
import gossipPb from '@eventstore/db-client/generated/gossip_pb.js';
import featuresPb from '@eventstore/db-client/generated/serverfeatures_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';

/** The release of EventStoreDB whose behaviour this store follows. */
const FOLLOWED_VERSION = '23.10.0';
const METHODS = ['Append', 'BatchAppend', 'Read', 'Delete', 'Tombstone'];

/** Tells clients what there is, so that they append in batches. */
export function featuresHandlers(): UntypedServiceImplementation {
  const supported = new featuresPb.SupportedMethods();
  supported.setEventStoreServerVersion(FOLLOWED_VERSION);
  for (const name of METHODS) {
    const method = new featuresPb.SupportedMethod();
    method.setServiceName('event_store.client.streams.streams');
    method.setMethodName(name.toLowerCase());
    supported.addMethods(method);
  }
  return {
    getSupportedMethods: (_call: ServerUnaryCall<unknown, unknown>, callback: sendUnaryData<unknown>) => callback(null, supported),
  };
}

/** One node, the leader, so that `esdb+discover://` finds it. */
export function gossipHandlers(host: string, port: () => number): UntypedServiceImplementation {
  const instance = randomUUID();
  return {
    read: (_call: ServerUnaryCall<unknown, unknown>, callback: sendUnaryData<unknown>) => {
      const endPoint = new gossipPb.EndPoint();
      endPoint.setAddress(host);
      endPoint.setPort(port());
      const id = new sharedPb.UUID();
      id.setString(instance);
      const member = new gossipPb.MemberInfo();
      member.setInstanceId(id);
      // Ticks of 100 nanoseconds since the epoch.
      member.setTimeStamp(`${Date.now()}0000`);
      member.setState(gossipPb.MemberInfo.VNodeState.LEADER);
      member.setIsAlive(true);
      member.setHttpEndPoint(endPoint);
      const info = new gossipPb.ClusterInfo();
      info.addMembers(member);
      callback(null, info);
    },
  };
}
