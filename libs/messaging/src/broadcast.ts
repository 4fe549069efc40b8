import type { Msg, NatsConnection, Subscription } from 'nats';

/**
 * Hears messages to every process: subscribed without a queue, so that each instance hears it.
 * @param missed called for a message that cannot be read, which may have been anything
 */
export function hear<Data>(connection: NatsConnection, subject: string, heard: (data: Data) => void, missed: () => void): Subscription {
  const callback = (error: Error | null, message: Msg): void => {
    try {
      if (error) throw error;
      heard(message.json<{ data: Data }>().data);
    } catch {
      missed();
    }
  };
  return connection.subscribe(subject, { callback });
}

/** Calls `missed` whenever broadcasts may have been missed, because the connection broke or came back; resolves when it is closed. */
export async function watchForGaps(connection: NatsConnection, missed: () => void): Promise<void> {
  for await (const { type } of connection.status()) {
    if (type === 'disconnect' || type === 'reconnect') missed();
  }
}
