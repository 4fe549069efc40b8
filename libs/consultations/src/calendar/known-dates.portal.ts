import type { ApiClient } from '@isegoria/api-client';
import type { Page } from '@isegoria/kernel';
import {
  listConsultations,
  showConsultation,
  type ConsultationStatus,
  type ConsultationSummary,
} from '../consultation/consultation.contract';
import { listMilestones, type MilestoneView } from '../milestone/milestone.contract';
import { datesOf, milestoneDates } from './dates-of';
import { revisionOf, type InCalendar } from './entries.page';

type Unrevised = Omit<InCalendar, 'changes' | 'changedAt'>;

/** Milliseconds. */
const freshFor = 60_000;
/** How long what has passed is kept: dates before that are on the pages of the consultations. */
const keptFor = 366 * 86_400_000;
/** What a site holds in memory is bounded, whatever there is; the newest come first. */
const mostOfAStatus = 1_000;
/** Asked for at once. */
const together = 8;

const published: readonly ConsultationStatus[] = ['open', 'scheduled', 'closed', 'decided', 'cancelled'];

/**
 * All published consultations with dates ahead or in the last year. They are read at most once a minute, however often the calendar is
 * asked for, and kept while the API does not answer; how often the dates of one were changed is asked for only where they are other than
 * before.
 */
export class KnownDates {
  private known: readonly InCalendar[] = [];
  private revisions = new Map<string, { readonly of: string; readonly revision: Pick<InCalendar, 'changes' | 'changedAt'> }>();
  private asking?: Promise<void>;
  /** When they were read. */
  readAt = new Date(0);

  /** @param api without a session */
  constructor(private readonly api: ApiClient) {}

  async all(): Promise<readonly InCalendar[]> {
    if (Date.now() - this.readAt.getTime() >= freshFor) {
      this.asking ??= this.read().finally(() => (this.asking = undefined));
      await this.asking.catch((error: unknown) => {
        if (this.known.length === 0) throw error;
      });
    }
    return this.known;
  }

  private async read(): Promise<void> {
    const readAt = new Date();
    const since = readAt.getTime() - keptFor;
    const listed: ConsultationSummary[] = [];
    for (const status of published) listed.push(...(await this.listed(status)));
    const milestones = new Map<string, MilestoneView[]>();
    for (const one of await this.milestones()) milestones.set(one.consultationId, [...(milestones.get(one.consultationId) ?? []), one]);
    const of = (one: ConsultationSummary) => ({ ...one, milestones: milestones.get(one.id) ?? [] });
    const isNear = ({ at }: { at: string }) => Date.parse(at) >= since;
    const shown = listed.map(of).filter((one) => [...datesOf(one), ...milestoneDates(one.milestones)].some(isNear));
    const known: InCalendar[] = [];
    for (let from = 0; from < shown.length; from += together)
      known.push(...(await Promise.all(shown.slice(from, from + together).map((one) => this.withRevision(one)))));
    // One whose status changes while the lists are read may be in two of them.
    this.known = [...new Map(known.map((one) => [one.id, one])).values()];
    this.revisions = new Map(this.known.map(({ id }) => [id, this.revisions.get(id)!]));
    this.readAt = readAt;
  }

  private async listed(status: ConsultationStatus): Promise<ConsultationSummary[]> {
    const items: ConsultationSummary[] = [];
    let cursor: string | null | undefined;
    do {
      const page: Page<ConsultationSummary> = await this.api.ask(listConsultations, { status, cursor: cursor ?? undefined });
      items.push(...page.items);
      cursor = page.next;
    } while (cursor !== null && items.length < mostOfAStatus);
    return items;
  }

  /** What is due last, if there are more. */
  private async milestones(): Promise<MilestoneView[]> {
    const items: MilestoneView[] = [];
    let cursor: string | null | undefined;
    do {
      const page: Page<MilestoneView> = await this.api.ask(listMilestones, { cursor: cursor ?? undefined });
      items.push(...page.items);
      items.splice(0, items.length - mostOfAStatus);
      cursor = page.next;
    } while (cursor !== null);
    return items;
  }

  private async withRevision(one: Unrevised): Promise<InCalendar> {
    const of = JSON.stringify([one.title, one.translations, datesOf(one)]);
    const before = this.revisions.get(one.id);
    if (before?.of === of) return { ...one, ...before.revision };
    const revision = revisionOf(await this.api.ask(showConsultation, { consultationId: one.id }));
    this.revisions.set(one.id, { of, revision });
    return { ...one, ...revision };
  }
}
