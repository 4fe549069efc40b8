import { randomUUID } from 'node:crypto';
import { featuresGrpc, featuresPb, gossipGrpc, gossipPb, sharedPb } from '@isegoria/event-store-wire';
import type { Method } from '../transport/grpc-server';

/** The release of EventStoreDB whose behaviour this store follows. */
const FOLLOWED_VERSION = '23.10.0';
const METHODS = ['Append', 'BatchAppend', 'Read', 'Delete', 'Tombstone'];

/** Tells clients what there is, so that they append in batches; and of one node, the leader, so that `esdb+discover://` finds it. */
export function discoveryMethods(host: string, port: () => number): [path: string, method: Method][] {
  const supported = supportedMethods();
  const instance = randomUUID();
  return [
    [featuresGrpc.ServerFeaturesService.getSupportedMethods.path, answering(() => supported)],
    [gossipGrpc.GossipService.read.path, answering(() => clusterOfOne(instance, host, port()))],
  ];
}

function answering(answer: () => { serializeBinary(): Uint8Array }): Method {
  return (call) =>
    call.receiveOne(() => {
      call.send(Buffer.from(answer().serializeBinary()));
      call.finish();
    });
}

function supportedMethods(): featuresPb.SupportedMethods {
  const supported = new featuresPb.SupportedMethods();
  supported.setEventStoreServerVersion(FOLLOWED_VERSION);
  for (const name of METHODS) {
    const method = new featuresPb.SupportedMethod();
    method.setServiceName('event_store.client.streams.streams');
    method.setMethodName(name.toLowerCase());
    supported.addMethods(method);
  }
  return supported;
}

function clusterOfOne(instance: string, host: string, port: number): gossipPb.ClusterInfo {
  const endPoint = new gossipPb.EndPoint();
  endPoint.setAddress(host);
  endPoint.setPort(port);
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
  return info;
}
