import type { ClientProxy } from '@nestjs/microservices';
import type { Msg, NatsConnection, Subscription } from 'nats';
import type { Observable } from 'rxjs';
import { proven, signed } from './envelope';
import type { BusKeys } from './keys';

/** Tells every process that listens; sent at once, whether or not the result is looked at. */
export function tell(bus: ClientProxy, { signing }: BusKeys, subject: string, data: object): Observable<void> {
  return bus.emit<void>(subject, signed(signing, { kind: 'broadcast', subject }, JSON.stringify(data)));
}

let refused: (subject: string) => void = () => undefined;

/** Who hears of broadcasts that no part of the platform sent, from now on: the subject is all that is known of one. */
export function reportRefusedBroadcastsTo(to: (subject: string) => void): void {
  refused = to;
}

/**
 * Hears messages to every process: subscribed without a queue, so that each instance hears it.
 * @param missed called for a message that cannot be read or that no part of the platform sent: there may have been anything in its place
 */
export function hear<Data>(
  connection: NatsConnection,
  keys: BusKeys,
  subject: string,
  heard: (data: Data) => void,
  missed: () => void,
): Subscription {
  const callback = (error: Error | null, message: Msg): void => {
    try {
      if (error) throw error;
      heard(believed<Data>(keys, subject, message));
    } catch {
      missed();
    }
  };
  return connection.subscribe(subject, { callback });
}

/** @throws as {@link told}, once it is reported; an envelope that cannot be read was not made here either */
function believed<Data>(keys: BusKeys, subject: string, message: Msg): Data {
  try {
    return told<Data>(keys, subject, message.json<{ data: unknown }>().data);
  } catch (error) {
    refused(subject);
    throw error;
  }
}

/** What a broadcast says. @throws Rejection UNTRUSTED_SENDER for one that no part of the platform sent there just now */
export function told<Data>({ signing }: BusKeys, subject: string, envelope: unknown): Data {
  return JSON.parse(proven(signing, { kind: 'broadcast', subject }, envelope)) as Data;
}

/** Calls `missed` whenever broadcasts may have been missed, because the connection broke or came back; resolves when it is closed. */
export async function watchForGaps(connection: NatsConnection, missed: () => void): Promise<void> {
  for await (const { type } of connection.status()) {
    if (type === 'disconnect' || type === 'reconnect') missed();
  }
}
