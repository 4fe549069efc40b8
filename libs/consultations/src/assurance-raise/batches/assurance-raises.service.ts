import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import { setting } from '@isegoria/service-host';
import { CLOCK, type Clock } from '../../clock.service';
import { consultationStream } from '../../consultation/known-consultation.decider';
import { Facts } from '../../facts.service';
import { DatesAndConfirmationsAreNoted } from '../../schedule/dates-and-confirmations.policy';
import { assuranceRaiseDecider, hasEnded } from '../assurance-raise.decider';
import { ConfirmedPeople } from './confirmed-people.service';
import { beginsLastCall } from './last-call';
import { UnconfirmedPeople } from './unconfirmed-people.service';
import { UnconfirmedWritersAreNoted } from './unconfirmed-writers.policy';

interface Which {
  /** Those whose time has come by then; absent: all. */
  readonly dueBy?: Date;
  /** Absent: whenever. */
  readonly confirmedBefore?: Date;
  /** Nobody is told of while there are fewer people. */
  readonly least: number;
}

/** Raises the level of people who took part first and confirmed their address then, several together. Each step may be repeated. */
@Injectable()
export class AssuranceRaises {
  private readonly together = together();
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ConfirmedPeople) private readonly people: ConfirmedPeople,
    @Inject(UnconfirmedPeople) private readonly unconfirmed: UnconfirmedPeople,
    @Inject(UnconfirmedWritersAreNoted) private readonly writers: UnconfirmedWritersAreNoted,
    @Inject(DatesAndConfirmationsAreNoted) private readonly noted: DatesAndConfirmationsAreNoted,
  ) {
    this.handle = commandHandler(store, assuranceRaiseDecider, { believeNew: false, keepsAnswers: false });
  }

  /**
   * Where enough people wait, or the end is near. In one consultation at most, taken by chance: two batches at one moment would show whose
   * pseudonyms belong together.
   */
  async raiseInOne(): Promise<void> {
    const now = this.clock();
    const waiting = await this.people.waitingIn(now);
    for (const { consultationId, at, due } of inAnyOrder(waiting)) {
      const isLastCall = at !== null && now >= beginsLastCall(consultationId, at);
      if (at === null) await this.people.forgetAll(consultationId);
      else if (isLastCall && (await this.raise(consultationId, { least: 1 }))) return;
      else if (due > 0 && (await this.raise(consultationId, { dueBy: now, least: this.together }))) return;
    }
  }

  /** Everybody who waits, however few: afterwards nothing in these phases changes any more. */
  async raiseBeforeClosing(consultationId: string, confirmedBefore?: Date): Promise<void> {
    await this.noted.isUpToDate();
    await this.raise(consultationId, { confirmedBefore, least: 1 });
  }

  /** @returns whether anybody was told of */
  private async raise(consultationId: string, { least, ...which }: Which): Promise<boolean> {
    const stream = consultationStream(consultationId);
    const state = await this.facts.consultations.fresh(stream);
    if (!state || hasEnded(state)) return false;
    await this.writers.isUpToDate();
    const looked = await this.unconfirmed.whereToLook(consultationId, state);
    const accounts = await this.people.of(consultationId, which);
    const voters = new Map<string, string>();
    for (const accountId of accounts) {
      const voter = await this.unconfirmed.voterOf(accountId, looked);
      if (voter !== undefined) voters.set(accountId, voter);
    }
    const nothingToRaise = accounts.filter((accountId) => !voters.has(accountId));
    await this.people.forget(consultationId, nothingToRaise);
    if (voters.size < least) return false;
    await this.record(stream, consultationId, [...voters.values()]);
    await this.people.forget(consultationId, [...voters.keys()]);
    return true;
  }

  private async record(stream: string, consultationId: string, voters: readonly string[]): Promise<void> {
    const commandId = randomUUID();
    const metadata = { at: this.clock().toISOString(), correlationId: commandId };
    await this.handle(stream, { consultationId, voters }, { commandId, metadata, comesOnce: true });
    await this.facts.consultations.fresh(stream);
  }
}

function inAnyOrder<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

function together(): number {
  const given = Number(setting('CONFIRMATIONS_TOGETHER', '10'));
  if (!Number.isInteger(given) || given < 1) throw new Error('CONFIRMATIONS_TOGETHER must be a whole number, 1 or more.');
  return given;
}
