import type { Count, Counted, PublishedView } from '@isegoria/audit-kit';
import type { ConsultationResults } from '@isegoria/contracts';
import type { TakenEntry } from '../tree/taken-entry';
import { rooms } from './rooms';

/** The figures of a dashboard, without what the log cannot say: sealed texts, and when it was computed. */
export type RecountedResults = Omit<ConsultationResults, 'position' | 'computedAt' | 'skippedEvents'>;

const countings = rooms.flatMap(({ counts }) => counts);
const known: ReadonlySet<string> = new Set(countings.flatMap(({ events }) => events));

export type ConsultationEvent = Counted & { readonly data: { readonly consultationId: string } };

/** The event of an entry if it says something about a consultation. */
export function eventOf({ position, leaf, body }: TakenEntry): ConsultationEvent | undefined {
  if (typeof body?.data.consultationId !== 'string') return undefined;
  return { type: leaf.type, position, recordedAt: leaf.time, ...body } as unknown as ConsultationEvent;
}

/** Whether an event of this type is in any count. */
export function counts(type: string): boolean {
  return known.has(type);
}

/** Everything that is counted for one consultation. */
export class ConsultationCount {
  private readonly counts: readonly { readonly of: ReadonlySet<string>; readonly count: Count }[];

  constructor(consultationId: string) {
    this.counts = countings.map(({ events, begin }) => ({ of: new Set(events), count: begin(consultationId) }));
  }

  take(event: Counted): void {
    for (const { of, count } of this.counts) if (of.has(event.type)) count.take(event);
  }

  results(): RecountedResults {
    return Object.assign({}, ...this.counts.map(({ count }) => count.results())) as RecountedResults;
  }

  view(view: PublishedView): object | undefined {
    return this.counts.map(({ count }) => count.view?.(view)).find((counted) => counted !== undefined);
  }

  /** The answers besides that an auditor asks for, told from the log alone. */
  views(): PublishedView[] {
    return this.counts.flatMap(({ count }) => count.views?.() ?? []);
  }
}
