import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Rejection } from '@isegoria/kernel';
import { readPosition } from '@isegoria/projection';
import { Broadcasts } from '../request/broadcasts';

interface Waiter {
  readonly position: number;
  readonly deadline: number;
  readonly settle: (reached: boolean) => void;
}

const patience = 5_000;
const lookAgainAfter = 25;

/**
 * Waits for the read models. All that wait share one look at the database, so that asking for a position that never comes costs
 * no more than asking once.
 */
@Injectable()
export class ReadPosition {
  /** The position of the last broadcast without a gap since: every consultation that changed up to it was named. */
  heard = -1;
  private readonly waiters = new Set<Waiter>();
  private looking = false;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Broadcasts) broadcasts: Broadcasts,
  ) {
    broadcasts.on('advanced', ({ position }) => {
      this.heard = position;
      this.release(position);
    });
    broadcasts.on('gap', () => (this.heard = -1));
  }

  /** @throws Rejection UNAVAILABLE when the read models do not include the position within five seconds */
  async reached(position: number): Promise<void> {
    if (position <= this.heard) return;
    const reached = await new Promise<boolean>((settle) => {
      this.waiters.add({ position, deadline: Date.now() + patience, settle });
      void this.lookUntilAllAreReleased();
    });
    if (!reached) throw new Rejection('UNAVAILABLE');
  }

  private async lookUntilAllAreReleased(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    while (this.waiters.size > 0) {
      this.release(await this.stored());
      if (this.waiters.size > 0) await new Promise((resolve) => setTimeout(resolve, lookAgainAfter));
    }
    this.looking = false;
  }

  private async stored(): Promise<number> {
    try {
      return (await readPosition(this.dataSource.manager)).position;
    } catch {
      return -1; // The database does not answer: those who wait are told so at their deadline.
    }
  }

  private release(reached: number): void {
    const now = Date.now();
    for (const waiter of this.waiters) {
      if (waiter.position > reached && waiter.deadline > now) continue;
      this.waiters.delete(waiter);
      waiter.settle(waiter.position <= reached);
    }
  }
}
