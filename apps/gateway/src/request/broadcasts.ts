import { EventEmitter } from 'node:events';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { ClientProxy } from '@nestjs/microservices';
import type { Msg, NatsConnection, Subscription } from 'nats';
import { sessionEnded } from '@isegoria/contracts';
import { readModelsAdvanced, type ReadModelsAdvanced } from '@isegoria/messaging';
import { BUS } from '@isegoria/service-host';

interface BroadcastEvents {
  /** The read models include a further batch. */
  advanced: [ReadModelsAdvanced];
  /** A session ended; the hash of its token. */
  sessionEnded: [string];
  /** Broadcasts may have been missed: what is remembered on their strength must be forgotten. */
  gap: [];
}

/** What is told to every gateway: subscribed without a queue, so that each instance hears it. */
@Injectable()
export class Broadcasts extends EventEmitter<BroadcastEvents> implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly subscriptions: Subscription[] = [];

  constructor(@Inject(BUS) private readonly bus: ClientProxy) {
    super();
    this.setMaxListeners(0);
  }

  onApplicationBootstrap(): void {
    const connection = this.bus.unwrap<NatsConnection>();
    this.hear<ReadModelsAdvanced>(connection, readModelsAdvanced, (advanced) => this.emit('advanced', advanced));
    this.hear<{ tokenHash: string }>(connection, sessionEnded, ({ tokenHash }) => this.emit('sessionEnded', tokenHash));
    void this.watchFor(connection);
  }

  onModuleDestroy(): void {
    for (const subscription of this.subscriptions) subscription.unsubscribe();
  }

  private hear<T>(connection: NatsConnection, subject: string, heard: (data: T) => void): void {
    const callback = (error: Error | null, message: Msg): void => {
      try {
        if (error) throw error;
        heard(message.json<{ data: T }>().data);
      } catch {
        this.emit('gap');
      }
    };
    this.subscriptions.push(connection.subscribe(subject, { callback }));
  }

  private async watchFor(connection: NatsConnection): Promise<void> {
    for await (const { type } of connection.status()) {
      if (type === 'disconnect' || type === 'reconnect') this.emit('gap');
    }
  }
}
