import type { Story } from '@isegoria/audit-kit';
import {
  accountsErased,
  consultationCorrected,
  consultationDrafted,
  draftRevised,
  eventCatalogue,
  type ConsultationCorrected,
  type ConsultationDrafted,
  type DraftRevised,
} from '@isegoria/contracts';
import { ConsultationCount, eventOf, type RecountedResults } from '../recount/consultation-count';
import { rooms } from '../recount/rooms';
import type { TakenEntry } from '../tree/taken-entry';
import { isUpTo, type Place } from './place';

type NewTitle = DraftRevised['data'] | ConsultationCorrected['data'];
const hasNewTitle: readonly string[] = [draftRevised.type, consultationCorrected.type];

const tellings = rooms.flatMap(({ stories }) => stories);

/** A consultation as it was at a place. */
export class ConsultationThen {
  private readonly count: ConsultationCount;
  readonly stories: readonly Story[];

  constructor(
    readonly id: string,
    public title: string,
    readonly unit: string,
  ) {
    this.count = new ConsultationCount(id);
    this.stories = tellings.map(({ begin }) => begin(id));
  }

  take(event: NonNullable<ReturnType<typeof eventOf>>): void {
    this.count.take(event);
    for (const story of this.stories) story.take(event);
  }

  results(): RecountedResults {
    return this.count.results();
  }
}

/** How every consultation was at one place of the log, from the events up to it. */
export class Chronicle {
  readonly consultations = new Map<string, ConsultationThen>();
  entries = 0;
  /** Accounts that were erased up to here. */
  erasures = 0;
  /** The position of the last event that counted; -1 before the first. */
  position = -1;

  constructor(private readonly place: Place) {}

  take(entry: TakenEntry): void {
    const { position, leaf } = entry;
    if (!isUpTo(this.place, position, leaf.time)) return;
    this.entries += 1;
    this.position = position;
    if (leaf.type === accountsErased.type) this.erasures += Number(entry.body?.data.count ?? 0);
    const event = eventCatalogue.of(leaf.type) && eventOf(entry);
    if (!event) return;
    const { consultationId } = event.data;
    if (leaf.type === consultationDrafted.type) {
      const { title, unit } = event.data as unknown as ConsultationDrafted['data'];
      this.consultations.set(consultationId, new ConsultationThen(consultationId, title, unit));
    }
    const consultation = this.consultations.get(consultationId);
    if (hasNewTitle.includes(leaf.type) && consultation) consultation.title = (event.data as unknown as NewTitle).title;
    consultation?.take(event);
  }
}
