import type { Judged, RuleBook } from '@isegoria/audit-kit';
import type { ConsultationFacts, KnownConsultations } from '../../consultation/audit/consultation-facts.recount';
import type { MethodSettings } from '../../methods/methods.contract';
import type { ActivityCorrected, ActivityDrafted } from '../activity.contract';

/** One activity, as the log has it. */
export interface ActivityFacts extends Readonly<Omit<ActivityDrafted['data'], 'by' | 'title'>> {
  /** From 1, for tables that keep many things of few activities. */
  readonly number: number;
  readonly consultation: ConsultationFacts;
  /** As its settings stood before each correction. */
  readonly earlier: readonly MethodSettings[];
}

/** All activities of a site, by their ids. */
export class KnownActivities {
  private readonly known = new Map<string, ActivityFacts>();
  readonly book: RuleBook;

  constructor(consultations: KnownConsultations) {
    const remember = ({ data: { by: _, title: __, ...drafted } }: Judged<ActivityDrafted>) => {
      const consultation = consultations.of(drafted.consultationId)!;
      this.known.set(drafted.activityId, { ...drafted, consultation, number: this.known.size + 1, earlier: [] });
    };
    const correct = ({ data: { activityId, settings } }: Judged<ActivityCorrected>) => {
      const known = this.known.get(activityId);
      if (known) this.known.set(activityId, { ...known, settings, earlier: [...known.earlier, known.settings] });
    };
    this.book = { rules: {}, remembers: { ActivityDrafted: remember, ActivityCorrected: correct } };
  }

  /** Undefined where none was drafted. */
  of(activityId: string): ActivityFacts | undefined {
    return this.known.get(activityId);
  }
}
