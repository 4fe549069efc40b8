import type { ConsultationDrafted } from '../../consultation/consultation.contract';
import type { CountedEvent } from '../../methods/method/method.recount';
import type { PhaseStatus } from '../phase.contract';
import { datesSaid } from '../dates/phase-dates.recount';
import { phaseInWords } from './phase.recount';

const statuses: Readonly<Record<PhaseStatus, string>> = {
  draft: 'without dates',
  scheduled: 'to be opened',
  open: 'open',
  closed: 'closed',
};

/** How one phase was. */
export class PhaseStory {
  status: PhaseStatus = 'draft';
  private dates: { readonly opensAt: string; readonly closesAt: string } | undefined;

  constructor(
    private readonly phase: ConsultationDrafted['data']['phases'][number],
    private readonly index: number,
    private readonly count: number,
  ) {}

  take(event: CountedEvent): void {
    const { type, data } = event;
    for (const said of datesSaid) this.dates = said(event, this.phase.phaseId) ?? this.dates;
    if (this.dates && this.status === 'draft') this.status = 'scheduled';
    if (type === 'PhaseOpened' && data.phaseId === this.phase.phaseId) this.status = 'open';
    if (type === 'PhaseClosed' && data.phaseId === this.phase.phaseId) this.status = 'closed';
    if (type === 'ConsultationClosed' || type === 'ConsultationCancelled') this.status = 'closed';
  }

  /** Nothing before they are set. */
  datesInWords(): string {
    return this.dates ? `; from ${this.dates.opensAt} to ${this.dates.closesAt}` : '';
  }

  inWords(): string {
    return `  Its ${this.name} was ${statuses[this.status]}${this.datesInWords()}.`;
  }

  changesSince(earlier: PhaseStory | undefined): string[] {
    if (!earlier || earlier.status === this.status) return [];
    return [`  Its ${this.name} was ${statuses[earlier.status]} before, and ${statuses[this.status]} after.`];
  }

  datesSince(earlier: PhaseStory | undefined): string[] {
    const [before, now] = [earlier?.dates, this.dates];
    if (!before || !now || (before.opensAt === now.opensAt && before.closesAt === now.closesAt)) return [];
    return [
      `  Its ${this.name} was from ${before.opensAt} to ${before.closesAt} before, and from ${now.opensAt} to ${now.closesAt} after.`,
    ];
  }

  inJson(): object {
    const { phaseId, title } = this.phase;
    return { id: phaseId, title, status: this.status, opensAt: this.dates?.opensAt ?? null, closesAt: this.dates?.closesAt ?? null };
  }

  private get name(): string {
    return phaseInWords(this.phase.title, this.index, this.count) ?? 'phase';
  }
}
