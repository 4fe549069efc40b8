import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Rejection } from '@isegoria/kernel';
import { readPosition } from '@isegoria/projection';
import type { ReadModelsAdvanced } from '@isegoria/messaging';
import { inBackground, steady } from '@isegoria/steady';
import { Broadcasts } from '../request/broadcasts';

interface Waiter {
  readonly groups: readonly string[];
  readonly position: number;
  readonly deadline: number;
  readonly settle: (reached: boolean) => void;
}

const patience = 5_000;
const lookAgainAfter = 25;

/**
 * Waits for the groups of read models that a query reads, and no others. All waiting requests share one look at the database, so asking
 * again and again for a position that never comes costs no more than asking once.
 */
@Injectable()
export class ReadPosition {
  /** By group, the position of the last broadcast without a gap since: everything that changed up to it was named. */
  private readonly told = new Map<string, number>();
  private readonly waiters = new Set<Waiter>();
  private looking = false;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Broadcasts) broadcasts: Broadcasts,
  ) {
    const advanced = ({ group, position }: ReadModelsAdvanced) => {
      this.told.set(group, position);
      this.release(this.told);
    };
    broadcasts.on('advanced', steady(advanced));
    broadcasts.on('gap', () => this.told.clear());
  }

  /** The position up to which every change in these groups was heard of; -1 when that is not known. */
  heard(groups: readonly string[]): number {
    return leastOf(this.told, groups);
  }

  /** @throws Rejection UNAVAILABLE when the groups do not include the position within five seconds */
  async reached(groups: readonly string[], position: number): Promise<void> {
    if (position <= this.heard(groups)) return;
    const reached = await new Promise<boolean>((settle) => {
      this.waiters.add({ groups, position, deadline: Date.now() + patience, settle });
      inBackground(this.lookUntilAllAreReleased());
    });
    if (!reached) throw new Rejection('UNAVAILABLE');
  }

  private async lookUntilAllAreReleased(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      while (this.waiters.size > 0) {
        this.release(await this.stored());
        if (this.waiters.size > 0) await new Promise((resolve) => setTimeout(resolve, lookAgainAfter));
      }
    } finally {
      this.looking = false;
    }
  }

  /** By group, for those that somebody waits for. */
  private async stored(): Promise<Map<string, number>> {
    const groups = [...new Set([...this.waiters].flatMap((waiter) => waiter.groups))];
    return new Map(await Promise.all(groups.map(async (group) => [group, await this.positionOf(group)] as const)));
  }

  private async positionOf(group: string): Promise<number> {
    try {
      return (await readPosition(this.dataSource.manager, [group])).position;
    } catch {
      return -1; // The database does not answer: waiting requests are told so at their deadline.
    }
  }

  private release(positions: ReadonlyMap<string, number>): void {
    const now = Date.now();
    for (const waiter of this.waiters) {
      const reached = leastOf(positions, waiter.groups) >= waiter.position;
      if (!reached && waiter.deadline > now) continue;
      this.waiters.delete(waiter);
      waiter.settle(reached);
    }
  }
}

/** Without end where nothing is read. */
function leastOf(positions: ReadonlyMap<string, number>, groups: readonly string[]): number {
  return Math.min(...groups.map((group) => positions.get(group) ?? -1));
}
