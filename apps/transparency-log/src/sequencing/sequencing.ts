import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Rejection, type CoveredPosition } from '@isegoria/contracts';
import { EventStore, pause } from '@isegoria/event-sourcing';
import { consistencyPath } from '@isegoria/merkle-log';
import { Readiness, log, setting } from '@isegoria/service-host';
import { logIdentity, originAt, sha256, type LogIdentity } from '../keys/log-identity';
import { identitySettings } from '../keys/signing-keys';
import { migrateLog } from '../tables';
import { Witnesses } from '../witnesses/witnesses';
import { policyText, witnessSettings } from '../witnesses/witness-settings';
import { recordKeyCeremonies } from './key-ceremonies';
import { recordPublished } from './metrics';
import { LogRefused, resumeLog, treeAt } from './resume';
import { Sequencer } from './sequencer';
import { StoredNodes, type StoredCheckpoint } from './stored-tree';
import { asWriter, becomeWriter, stopWriting, type Writer } from './writer-lock';

const tryAgainAfter = 1_000;

interface Session {
  readonly writer: Writer;
  readonly sequencer: Sequencer;
}

/** Whose log this is, and whose signatures on it are enough. */
export interface LogDescription extends LogIdentity {
  /** C2SP tlog-policy. */
  readonly policy: string;
}

/** Keeps the log going for as long as the service runs, and knows what it has published. */
@Injectable()
export class Sequencing implements OnModuleInit, OnModuleDestroy {
  private readonly abort = new AbortController();
  private working: Promise<void> = Promise.resolve();
  private isGoing = false;
  private published?: StoredCheckpoint;
  private description?: LogDescription;
  private sequencer?: Sequencer;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(StoredNodes) private readonly nodes: StoredNodes,
    @Inject(Readiness) readiness: Readiness,
  ) {
    readiness.require('sequencer', () => this.isGoing);
  }

  /** The newest checkpoint: it covers everything that is served. @throws Rejection UNAVAILABLE before the first */
  get checkpoint(): StoredCheckpoint {
    if (!this.published) throw new Rejection('UNAVAILABLE');
    return this.published;
  }

  /** @throws Rejection UNAVAILABLE before the first checkpoint */
  get covered(): CoveredPosition {
    const { size } = this.checkpoint;
    if (!this.sequencer) throw new Rejection('UNAVAILABLE');
    return { size, position: this.sequencer.covered };
  }

  /** @throws Rejection UNAVAILABLE before the log began */
  get identity(): LogDescription {
    if (!this.description) throw new Rejection('UNAVAILABLE');
    return this.description;
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
    const writer = await becomeWriter(this.dataSource, onWaiting, this.abort.signal);
    try {
      return await this.resume(writer);
    } catch (error) {
      await stopWriting(writer);
      throw error;
    }
  }

  private async resume(writer: Writer): Promise<Session> {
    const publicUrl = setting('PUBLIC_URL', 'http://localhost:8080');
    const cosigning = await witnessSettings(process.env['LOG_WITNESSES'] ?? '', process.env['LOG_WITNESS_QUORUM'] ?? '');
    const { identity, resumed } = await asWriter(writer, async (rows) => {
      const identity = await logIdentity(rows, identitySettings(originAt(publicUrl)));
      return { identity, resumed: await resumeLog(rows, this.store, identity) };
    });
    await recordKeyCeremonies(this.store, identity.keys);
    const policy = await policyText(identity.keys.checkpointKeys, `${publicUrl.replace(/(?<!\/)\/+$/, '')}/log`, cosigning);
    const sequencer = new Sequencer({
      writer,
      store: this.store,
      identity,
      witnesses: new Witnesses(cosigning, (from, to) => consistencyPath(sha256, from, to, this.nodes.ofSize(to))),
      resumed,
      signAgainAfter: signAgainAfter(),
      readBackTree: await treeAt(writer.connection.manager, resumed.tree.size),
      onPublished: (checkpoint) => this.publish(checkpoint, identity.keys.origin),
    });
    if (resumed.checkpoint) this.publish(resumed.checkpoint, identity.keys.origin);
    await sequencer.begin();
    [this.description, this.sequencer, this.isGoing] = [{ ...identity, policy }, sequencer, true];
    return { writer, sequencer };
  }

  private publish(checkpoint: StoredCheckpoint, origin: string): void {
    this.published = checkpoint;
    recordPublished(checkpoint, origin);
  }

  /** After a failure everything in memory is dropped, and the log is resumed from its tables. */
  private async keepGoing(first: Session): Promise<void> {
    const { signal } = this.abort;
    for (let session: Session | undefined = first; !signal.aborted;) {
      try {
        session ??= await this.open();
        await session.sequencer.run(signal);
      } catch (error) {
        if (signal.aborted) break;
        this.isGoing = false;
        if (error instanceof LogRefused) return log.fatal(error.sentence);
        log.error({ err: error }, 'sequencing was interrupted');
        await pause(tryAgainAfter, signal);
      } finally {
        if (session) await stopWriting(session.writer);
        session = undefined;
      }
    }
    this.isGoing = false;
  }
}

/** Milliseconds. @throws Error with a sentence for a setting that is no number of seconds */
function signAgainAfter(): number {
  const seconds = Number(process.env['LOG_SIGN_AGAIN_SECONDS'] || 900);
  if (Number.isFinite(seconds) && seconds >= 1) return seconds * 1_000;
  throw new Error('LOG_SIGN_AGAIN_SECONDS is a number of seconds, 1 or more.');
}
