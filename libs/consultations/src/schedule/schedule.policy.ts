import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { EventStore, commandHandler, uuidFrom } from '@isegoria/event-sourcing';
import { Regularly, log } from '@isegoria/service-host';
import { AssuranceRaises } from '../assurance-raise/batches/assurance-raises.service';
import { CLOCK, type Clock } from '../clock.service';
import { consultationDecider } from '../consultation/consultation.decider';
import type { PhaseEvent } from '../phase/phase.contract';
import { dueByDate, type Phases } from '../phase/phase.decider';
import { NextDates } from './next-dates.service';

/** Often enough that what is due is on record within a second, also while people vote as fast as they can. */
const every = 250;
/** Many consultations end at the same midnight, and none should wait for all others. */
const atOnce = 8;

/**
 * Policy: phases open and close by date. Records both within a second of their dates, however many instances run: the ids of the
 * events come from the consultation and the phase, and each is decided on the current stream. Whether a contribution is in time does not
 * depend on this: the rules look at the dates themselves.
 */
@Injectable()
export class PhasesOpenAndCloseByDate implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly handle;
  private readonly regularly = new Regularly(
    every,
    (signal) => this.followDates(signal),
    (error) => log.warn({ err: error }, 'the dates of consultations cannot be read; trying again'),
  );

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(NextDates) private readonly nextDates: NextDates,
    @Inject(AssuranceRaises) private readonly raises: AssuranceRaises,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, consultationDecider, { keepsAnswers: false });
  }

  onApplicationBootstrap(): void {
    this.regularly.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.regularly.stop();
  }

  private async followDates(signal: AbortSignal): Promise<void> {
    const now = this.clock();
    const waiting = await this.nextDates.due(now);
    const work = async () => {
      for (let stream = waiting.shift(); stream !== undefined && !signal.aborted; stream = waiting.shift())
        await this.record(stream, now).catch((error: Error) =>
          log.warn({ err: error, stream }, 'a date could not be recorded; trying again'),
        );
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }

  private async record(stream: string, now: Date): Promise<void> {
    const consultation = await this.nextDates.renew(stream);
    const consultationId = stream.slice('consultation-'.length);
    const due = consultation && dueByDate(consultationId, consultation, now).at(-1);
    if (!due) return;
    const end = firstEndIn(dueByDate(consultationId, consultation, now), consultation);
    if (end) await this.raises.raiseBeforeClosing(consultationId, end);
    const commandId = uuidFrom(consultationId, `${due.type} ${due.data.phaseId}`);
    const metadata = { at: now.toISOString(), correlationId: commandId };
    await this.handle(stream, { type: 'FollowDates', consultationId, now }, { commandId, metadata });
    await this.nextDates.renew(stream);
  }
}

/** The date of the first phase that is to be closed; undefined if none is. */
function firstEndIn(due: readonly PhaseEvent[], { phases }: Phases): Date | undefined {
  const closing = due.find(({ type }) => type === 'PhaseClosed');
  const end = phases.find(({ phaseId }) => phaseId === closing?.data.phaseId)?.closesAt ?? undefined;
  return end === undefined ? undefined : new Date(end);
}
