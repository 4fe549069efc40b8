import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { pause } from '@isegoria/event-sourcing';
import { log } from '@isegoria/service-host';
import { ReleasedCredentials } from './released-credentials.service';

/**
 * The log position up to which every consultation that was published is closed, by the rows of consultations; -1 where they do not say. Who
 * composes the service passes it in, since identity reads no rows of others.
 */
export type AllAreClosedUpTo = (rows: EntityManager) => Promise<number>;
export const ALL_ARE_CLOSED_UP_TO = Symbol('the position up to which all consultations are closed');

const every = 60 * 60 * 1000;

/**
 * Policy: what verified an erased account is forgotten when it matters no more, which is when every consultation is closed that was
 * published before the release. Looks at start and every hour; however many instances do so, doing it twice is doing it once.
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

  /** @throws where the read models are not there yet */
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
