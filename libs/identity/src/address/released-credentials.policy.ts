import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Regularly, log } from '@isegoria/service-host';
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
  private readonly regularly = new Regularly(
    every,
    () => this.forget(),
    (error) => log.warn({ err: error }, 'released credentials are kept until the read models can be asked'),
  );

  constructor(
    @Inject(ReleasedCredentials) private readonly released: ReleasedCredentials,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(ALL_ARE_CLOSED_UP_TO) private readonly allAreClosedUpTo: AllAreClosedUpTo,
  ) {}

  onApplicationBootstrap(): void {
    this.regularly.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.regularly.stop();
  }

  /** @throws if the read models do not exist yet */
  async forget(): Promise<void> {
    if (await this.released.areKept()) await this.released.forgetUpTo(await this.allAreClosedUpTo(this.dataSource.manager));
  }
}
