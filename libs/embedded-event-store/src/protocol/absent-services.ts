import { EventEmitter } from 'node:events';
import type { Server, ServiceDefinition } from '@grpc/grpc-js';
import monitoringGrpc from '@eventstore/db-client/generated/monitoring_grpc_pb.js';
import operationsGrpc from '@eventstore/db-client/generated/operations_grpc_pb.js';
import persistentGrpc from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import projectionsGrpc from '@eventstore/db-client/generated/projections_grpc_pb.js';
import usersGrpc from '@eventstore/db-client/generated/users_grpc_pb.js';
import { unimplemented, type CallError } from './errors';

const ABSENT: readonly [feature: string, service: unknown][] = [
  ['persistent subscriptions', persistentGrpc.PersistentSubscriptionsService],
  ['projections', projectionsGrpc.ProjectionsService],
  ['users', usersGrpc.UsersService],
  ['operations', operationsGrpc.OperationsService],
  ['monitoring', monitoringGrpc.MonitoringService],
];

/** Answers what this store does not do with one sentence instead of a bare code. */
export function refuseAbsentServices(server: Server): void {
  for (const [feature, service] of ABSENT) {
    const definition = service as ServiceDefinition;
    const refuse = (call: EventEmitter, callback?: (error: CallError) => void) => {
      const error = unimplemented(`The embedded event store has no ${feature}; a server of EventStoreDB or KurrentDB has.`);
      if (callback) callback(error);
      else call.emit('error', error);
    };
    server.addService(definition, Object.fromEntries(Object.keys(definition).map((method) => [method, refuse])));
  }
}
