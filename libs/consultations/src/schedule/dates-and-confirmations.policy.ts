import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '@isegoria/event-sourcing';
import type { AccountEvent } from '@isegoria/identity';
import type { Recorded } from '@isegoria/kernel';
import { PolicyOnLog } from '@isegoria/projection';
import { logged, setting } from '@isegoria/service-host';
import type { ConsultationEvent } from '../consultation/consultation.contract';
import { HiddenBallots } from '../hidden-results/hidden-ballots.service';
import { NextDates } from './next-dates.service';
import { Tables } from '../tables.service';
import { ConfirmedPeople } from '../assurance-raise/batches/confirmed-people.service';

/** One reading for both: consultations in which a person may have voted are known before the confirmation, also after a restored backup. */
const prefixes = ['consultation-', 'account-'];

/**
 * Policy: the next date of each consultation is known, and whoever confirms an address is noted for the consultations that run then. All
 * consultations of a batch come first: one that was closed in it is of no use to a confirmation, and one too many is dropped later.
 */
@Injectable()
export class DatesAndConfirmationsAreNoted extends PolicyOnLog<AccountEvent | ConsultationEvent> {
  private readonly withinHours = hours();

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Tables) tables: Tables,
    @Inject(NextDates) private readonly nextDates: NextDates,
    @Inject(ConfirmedPeople) private readonly people: ConfirmedPeople,
    @Inject(HiddenBallots) private readonly hidden: HiddenBallots,
  ) {
    const place = { store, dataSource: tables.dataSource, schema: 'consultations', name: 'dates and confirmations' };
    super({ ...place, prefixes, onFailure: logged.onInterruption });
  }

  protected async apply(events: readonly Recorded<AccountEvent | ConsultationEvent>[]): Promise<void> {
    const consultations = new Set(events.flatMap(({ stream }) => (stream.startsWith('consultation-') ? stream : [])));
    for (const stream of consultations) await this.renew(stream, events);
    for (const { type, data, metadata } of events) {
      if (type === 'EmailConfirmed') await this.people.note(data.accountId, metadata.at, this.withinHours);
      if (type === 'CredentialReissued') await this.people.forgetReissued(data.accountId);
    }
  }

  /** Ballots that were hidden until the closing are revealed with the first word of it. */
  private async renew(stream: string, events: readonly Recorded<AccountEvent | ConsultationEvent>[]): Promise<void> {
    const consultation = await this.nextDates.renew(stream);
    const closings = events.filter((event) => event.stream === stream && isClosing(event));
    if (!consultation || closings.length === 0) return;
    const all = consultation.phases.map(({ phaseId }) => phaseId);
    const closed = closings.flatMap(({ type, data }) => (type === 'PhaseClosed' ? data.phaseId : all));
    await this.hidden.reveal(stream.slice('consultation-'.length), consultation, new Set(closed));
  }
}

const isClosing = ({ type }: { readonly type: string }): boolean =>
  type === 'PhaseClosed' || type === 'ConsultationClosed' || type === 'ConsultationCancelled';

function hours(): number {
  const given = Number(setting('CONFIRMATIONS_WITHIN_HOURS', '24'));
  if (!Number.isFinite(given) || given < 0) throw new Error('CONFIRMATIONS_WITHIN_HOURS must be a number of hours, 0 or more.');
  return given;
}
