import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { Rejection } from '@isegoria/contracts';
import { EventStore, pause } from '@isegoria/event-sourcing';
import { Readiness, log, secrets, setting } from '@isegoria/service-host';
import { logIdentity, originAt, type LogIdentity } from '../log-identity';
import { migrateLog } from '../tables';
import { LogRefused, resumeLog } from './resume';
import { Sequencer } from './sequencer';
import type { StoredCheckpoint } from './stored-tree';
import { becomeWriter, stopWriting } from './writer-lock';

const tryAgainAfter = 1_000;

interface Session {
  readonly connection: QueryRunner;
  readonly identity: LogIdentity;
  readonly sequencer: Sequencer;
}

/** Keeps the log going for as long as the service runs, and knows what it has published. */
@Injectable()
export class Sequencing implements OnModuleInit, OnModuleDestroy {
  private readonly abort = new AbortController();
  private working: Promise<void> = Promise.resolve();
  private isGoing = false;
  private published?: StoredCheckpoint;
  private names?: LogIdentity;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Readiness) readiness: Readiness,
  ) {
    readiness.require('sequencer', () => this.isGoing);
  }

  /** The newest checkpoint: all that is given out is covered by it. @throws Rejection UNAVAILABLE before the first */
  get checkpoint(): StoredCheckpoint {
    if (!this.published) throw new Rejection('UNAVAILABLE');
    return this.published;
  }

  /** @throws Rejection UNAVAILABLE before the log began */
  get identity(): LogIdentity {
    if (!this.names) throw new Rejection('UNAVAILABLE');
    return this.names;
  }

  /** A service that must not go on does not start; one that finds another writer waits here. */
  async onModuleInit(): Promise<void> {
    await migrateLog(this.dataSource);
    const session = await this.open();
    this.working = this.keepGoing(session);
  }

  async onModuleDestroy(): Promise<void> {
    this.abort.abort();
    await this.working;
  }

  private async open(): Promise<Session> {
    const onWaiting = () => log.warn('another process writes this log; waiting until it ends');
    const connection = await becomeWriter(this.dataSource, onWaiting, this.abort.signal);
    try {
      const identity = await logIdentity(this.dataSource, identitySettings());
      const resumed = await resumeLog(connection.manager, this.store, identity);
      const sequencer = new Sequencer(connection, this.store, identity, resumed, (checkpoint) => (this.published = checkpoint));
      this.published = resumed.checkpoint;
      await sequencer.sign();
      [this.names, this.isGoing] = [identity, true];
      return { connection, identity, sequencer };
    } catch (error) {
      await stopWriting(connection);
      throw error;
    }
  }

  /** After a failure everything in memory is dropped, and the log taken up from its tables. */
  private async keepGoing(first: Session): Promise<void> {
    const { signal } = this.abort;
    for (let session: Session | undefined = first; !signal.aborted; ) {
      try {
        session ??= await this.open();
        await session.sequencer.run(signal);
      } catch (error) {
        if (signal.aborted) break;
        this.isGoing = false;
        if (error instanceof LogRefused) return log.fatal(error.message);
        log.error({ err: error }, 'sequencing was interrupted');
        await pause(tryAgainAfter, signal);
      } finally {
        if (session) await stopWriting(session.connection);
        session = undefined;
      }
    }
    this.isGoing = false;
  }
}

function identitySettings() {
  return {
    logKey: secrets.logSigningKey(),
    receiptKey: secrets.receiptSigningKey(),
    chosenOrigin: process.env['LOG_ORIGIN'] || undefined,
    defaultOrigin: originAt(setting('PUBLIC_URL', 'http://localhost:8080')),
  };
}
