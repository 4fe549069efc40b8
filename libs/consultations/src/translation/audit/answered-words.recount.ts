import { leeway, type Judged, type RuleBook } from '@isegoria/audit-kit';
import type { ActivityCorrected, ActivityDrafted } from '../../activity/activity.contract';
import type { KnownConsultations } from '../../consultation/audit/consultation-facts.recount';
import { methodOf, recountedMethods } from '../../methods/methods.recount';
import type { MethodSettings } from '../../methods/methods.contract';

interface Asking extends Pick<ActivityDrafted['data'], 'consultationId' | 'phaseId' | 'method' | 'title'> {
  settings: MethodSettings;
  /** What stood until the last correction, and when that was. */
  before?: { readonly settings: MethodSettings; readonly until: number };
  readonly office: string[];
}

/** The words that people answer to, as the log has them. */
export class AnsweredWords {
  private readonly activities = new Map<string, Asking>();
  private readonly inConsultation = new Map<string, Asking[]>();
  readonly book: RuleBook;

  constructor(private readonly consultations: KnownConsultations) {
    const says = recountedMethods.flatMap(({ officeSays }) => Object.entries(officeSays ?? {}));
    const remembered = says.map(([type, wordsIn]) => [type, ({ data }: Judged<never>) => this.hear(wordsIn(data))] as const);
    this.book = {
      rules: {},
      remembers: {
        ...Object.fromEntries(remembered),
        ActivityDrafted: ({ data }: Judged<ActivityDrafted>) => this.begin(data),
        ActivityCorrected: ({ data, time }: Judged<ActivityCorrected>) => {
          const asking = this.activities.get(data.activityId);
          if (asking) Object.assign(asking, { settings: data.settings, before: { settings: asking.settings, until: time } });
        },
      },
    };
  }

  /** Those whose activity has opened by a time. A phase opens by its dates alone. */
  openedBy(consultationId: string, time: number): ReadonlySet<string> {
    const consultation = this.consultations.of(consultationId)!;
    const opened = this.of(consultationId).filter(({ phaseId }) => {
      const dates = consultation.phase(phaseId)?.dates;
      return dates !== undefined && time > dates.opensAt + leeway && (consultation.closedEarlyAt ?? Infinity) > dates.opensAt;
    });
    return new Set(opened.flatMap((asking) => this.certain(asking, time)));
  }

  /** Lists within which no two read the same, but those that were corrected so lately that a decision need not have heard of it. */
  beside(consultationId: string, time: number): (readonly string[])[] {
    const settled = this.of(consultationId).filter((asking) => !isRecent(asking, time));
    return settled.flatMap((asking) => this.lists(asking, asking.settings));
  }

  private begin({ activityId, consultationId, phaseId, method, title, settings }: ActivityDrafted['data']): void {
    const asking: Asking = { consultationId, phaseId, method, title, settings, office: [] };
    this.activities.set(activityId, asking);
    this.inConsultation.set(consultationId, [...(this.inConsultation.get(consultationId) ?? []), asking]);
  }

  private hear(said: { readonly activityId: string; readonly text: string } | undefined): void {
    if (said) this.activities.get(said.activityId)?.office.push(said.text);
  }

  /** Those of the edition that stands. */
  private of(consultationId: string): Asking[] {
    const consultation = this.consultations.of(consultationId)!;
    return (this.inConsultation.get(consultationId) ?? []).filter(({ phaseId }) => consultation.phase(phaseId) !== undefined);
  }

  private certain(asking: Asking, time: number): string[] {
    const now = this.lists(asking, asking.settings).flat();
    if (!isRecent(asking, time)) return now;
    const before = new Set(this.lists(asking, asking.before!.settings).flat());
    return now.filter((words) => before.has(words));
  }

  private lists({ consultationId, method, title, office }: Asking, settings: MethodSettings): readonly (readonly string[])[] {
    const known = title ?? this.consultations.of(consultationId)!.title;
    return methodOf(method)?.answered?.({ settings, title: known, office }) ?? [];
  }
}

const isRecent = ({ before }: Asking, time: number) => before !== undefined && time <= before.until + leeway;
