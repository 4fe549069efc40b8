import { createHmac } from 'node:crypto';
import { urlFor, type ServiceWithRole } from '@isegoria/embedded-database';
import type { Secrets } from '../data-folder';
import type { ServiceOnBroker } from './broker-users';

/** The administrator of EventStoreDB; the store keeps no other users. */
const eventStoreUser = 'admin';

/** Every password of the embedded parts, each made from one secret of the data folder. */
export function credentialsOf({ EVENT_STORE_PASSWORD, BROKER_PASSWORD, DATABASE_PASSWORD }: Secrets) {
  const onBroker = (service: string) => derived(BROKER_PASSWORD, service);
  const inDatabase = (service: string) => derived(DATABASE_PASSWORD, service);
  return {
    onBroker,
    inDatabase,
    eventStoreUsers: [[eventStoreUser, EVENT_STORE_PASSWORD]],
    eventStoreUrl: (port: number) => `esdb://${eventStoreUser}:${EVENT_STORE_PASSWORD}@127.0.0.1:${port}?tls=false`,
    brokerUrl: (port: number, service: ServiceOnBroker) => `nats://${service}:${onBroker(service)}@127.0.0.1:${port}`,
    databaseUrl: (superuserUrl: string, service: ServiceWithRole) => urlFor(service, superuserUrl, inDatabase(service)),
  };
}

function derived(secret: string, service: string): string {
  return createHmac('sha256', secret).update(service).digest('base64url');
}
