import { CompactTable, saltedHash, type Judged, type RuleBook } from '@isegoria/audit-kit';
import { consultationDrafted, consultationPublished, type ConsultationDrafted, type ConsultationPublished } from '@isegoria/consultations';
import type { DomainEvent } from '@isegoria/kernel';

/** The consultations that people see, and the unit of each, as the log has them. */
export class OpenConsultations {
  private readonly units = new Map<string, string>();
  private readonly published = new Set<string>();

  readonly book: RuleBook = {
    rules: {},
    remembers: {
      [consultationDrafted.type]: ({ data }: Judged<ConsultationDrafted>) => void this.units.set(data.consultationId, data.unit),
      [consultationPublished.type]: ({ data }: Judged<ConsultationPublished>) => void this.published.add(data.consultationId),
    },
  };

  arePublished(id: string): boolean {
    return this.published.has(id);
  }

  unitOf(id: string): string | undefined {
    return this.units.get(id);
  }
}

type OfConsultation = DomainEvent<string, { readonly consultationId: string | null }>;

/** Whether the events of a stream name one consultation, which the first one says. */
export function sameInStream() {
  const consultationOf = new CompactTable();
  const hashOf = (consultationId: string | null) => saltedHash(String(consultationId))[0] || 1;
  return {
    remembers: ({ stream, data }: Judged<OfConsultation>) => consultationOf.set(...saltedHash(stream), hashOf(data.consultationId)),
    isKept: ({ stream, data }: Judged<OfConsultation>) => consultationOf.get(...saltedHash(stream)) === hashOf(data.consultationId),
  };
}
