import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { pause } from '@isegoria/event-sourcing';
import { log } from '@isegoria/service-host';
import { ReleasedCredentials } from './released-credentials.service';

/**
 * The log position up to which every consultation that was published is closed, by the rows of consultations; -1 if they do not say. The
 * app that composes the service passes it in, since identity does not read rows of other contexts.
 */
export type AllAreClosedUpTo = (rows: EntityManager) => Promise<number>;
export const ALL_ARE_CLOSED_UP_TO = Symbol('the position up to which all consultations are closed');

const every = 60 * 60 * 1000;

/**
 * Policy: the credential of an erased account is forgotten when it no longer matters, which is when every consultation that was published
 * before the release is closed. Checks at the start and every hour; several instances may do so, since doing it twice changes nothing.
 */
@Injectable()
export class ReleasedCredentialsAreForgotten implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly abort = new AbortController();
  private looking?: Promise<void>;

  constructor(
    @Inject(ReleasedCredentials) private readonly released: ReleasedCredentials,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(ALL_ARE_CLOSED_UP_TO) private readonly allAreClosedUpTo: AllAreClosedUpTo,
  ) {}

  onApplicationBootstrap(): void {
    this.looking = this.keepLooking();
  }

  async onModuleDestroy(): Promise<void> {
    this.abort.abort();
    await this.looking;
  }

  /** @throws if the read models do not exist yet */
  async forget(): Promise<void> {
    if (await this.released.areKept()) await this.released.forgetUpTo(await this.allAreClosedUpTo(this.dataSource.manager));
  }

  private async keepLooking(): Promise<void> {
    while (!this.abort.signal.aborted) {
      await this.forget().catch((error: unknown) =>
        log.warn({ err: error }, 'released credentials are kept until the read models can be asked'),
      );
      await pause(every, this.abort.signal);
    }
  }
}
