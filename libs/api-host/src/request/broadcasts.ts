import { EventEmitter } from 'node:events';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { ClientProxy } from '@nestjs/microservices';
import type { NatsConnection, Subscription } from 'nats';
import {
  BUS_KEYS,
  accountErased,
  hear,
  readModelsAdvanced,
  sessionEnded,
  watchForGaps,
  type BusKeys,
  type ErasedAccount,
  type ReadModelsAdvanced,
  type SessionEnded,
} from '@isegoria/messaging';
import { BUS } from '@isegoria/service-host';
import { inBackground } from '@isegoria/steady';

export type { ReadModelsAdvanced };

interface BroadcastEvents {
  /** The read models include a further batch. */
  advanced: [ReadModelsAdvanced];
  /** A session ended; the hash of its token. */
  sessionEnded: [string];
  /** An account was erased, and its key destroyed; its id. */
  accountErased: [string];
  /** Broadcasts may have been missed: what is remembered on their strength must be forgotten. */
  gap: [];
}

/** What is told to every gateway. */
@Injectable()
export class Broadcasts extends EventEmitter<BroadcastEvents> implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly subscriptions: Subscription[] = [];

  constructor(
    @Inject(BUS) private readonly bus: ClientProxy,
    @Inject(BUS_KEYS) private readonly keys: BusKeys,
  ) {
    super();
    this.setMaxListeners(0);
  }

  onApplicationBootstrap(): void {
    const connection = this.bus.unwrap<NatsConnection>();
    const { keys } = this;
    const gap = () => void this.emit('gap');
    this.subscriptions.push(
      hear<ReadModelsAdvanced>(connection, keys, readModelsAdvanced, (advanced) => this.emit('advanced', advanced), gap),
      hear<SessionEnded>(connection, keys, sessionEnded, ({ tokenHash }) => this.emit('sessionEnded', tokenHash), gap),
      hear<ErasedAccount>(connection, keys, accountErased, ({ accountId }) => this.emit('accountErased', accountId), gap),
    );
    inBackground(watchForGaps(connection, gap));
  }

  onModuleDestroy(): void {
    for (const subscription of this.subscriptions) subscription.unsubscribe();
  }
}
