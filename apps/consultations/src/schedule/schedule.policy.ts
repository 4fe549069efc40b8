import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { EventStore, commandHandler, uuidFrom } from '@isegoria/event-sourcing';
import { log } from '@isegoria/service-host';
import { CLOCK, type Clock } from '../clock';
import { consultationDecider, phaseAt, type ConsultationState } from '../consultation/consultation.decider';
import { Facts } from '../facts';

const everySecond = 1_000;

/**
 * Policy: consultations open and close by date. Records both within about a second of their dates, however many instances run: the ids
 * of the events come from the consultation and the date, and each is decided on the stream as it stands. Whether a contribution is in
 * time does not wait for this: the rules go by the dates themselves.
 */
@Injectable()
export class ConsultationsOpenAndCloseByDate implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly handle;
  private timer?: NodeJS.Timeout;
  private atWork = false;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, consultationDecider);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.followDates(), everySecond);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async followDates(): Promise<void> {
    if (this.atWork) return;
    this.atWork = true;
    const now = this.clock();
    for (const [stream, consultation] of this.facts.consultations.all()) {
      const due = consultation && dueStep(consultation, now);
      if (due)
        await this.record(stream, due, now).catch((error: Error) =>
          log.warn({ err: error, stream }, 'a date could not be recorded; trying again'),
        );
    }
    this.atWork = false;
  }

  private async record(stream: string, step: string, now: Date): Promise<void> {
    const consultationId = stream.slice('consultation-'.length);
    const commandId = uuidFrom(consultationId, step);
    const metadata = { at: now.toISOString(), correlationId: commandId };
    await this.handle(stream, { type: 'FollowDates', consultationId, now }, { commandId, metadata });
  }
}

/** The name of the date that has come and is not recorded yet. */
function dueStep(consultation: ConsultationState, now: Date): string | undefined {
  if (consultation.closed) return undefined;
  const phase = phaseAt(consultation, now);
  if (phase === 'closed') return `closed at ${consultation.closesAt}`;
  return phase === 'open' && !consultation.opened ? `opened at ${consultation.opensAt}` : undefined;
}
