import type { Judged, RuleBook } from '@isegoria/audit-kit';
import type { AnswerTermChanged } from '../../answer-owed/answer-owed.contract';
import type { CategoriesSet } from '../../category/chosen/chosen.contract';
import type { ConsultationCancelled } from '../../cancellation/cancellation.contract';
import type { ConsultationCorrected } from '../../correction/correction.contract';
import type { PhaseDatesChanged } from '../../change-of-dates/change-of-dates.contract';
import type { OutcomePublished } from '../../outcome/outcome.contract';
import { PhaseFacts } from '../../phase/audit/phase-facts.recount';
import type { PhaseClosed, PhaseOpened } from '../../phase/phase.contract';
import type { DraftApproved, DraftSentBack, ReviewRequested, ReviewStatus } from '../../review/review.contract';
import type { ConsultationTranslated } from '../../translation/translation.contract';
import type { ConsultationClosed, ConsultationDrafted, ConsultationPublished } from '../consultation.contract';
import type { DraftDiscarded, DraftRevised } from '../draft/draft.contract';

interface DraftReview {
  readonly status?: ReviewStatus;
  readonly askedBy?: string;
  /** Whether the draft was translated since: then it holds as far only as it held with programs that did not ask for another. */
  readonly isOfFewer?: boolean;
  /** Whether it was approved for whatever it would be translated into. */
  readonly isOfAny?: boolean;
}

/** One consultation, as the log has it. */
export class ConsultationFacts {
  isPublished = false;
  /** When an official closed it before its date; undefined otherwise. */
  closedEarlyAt: number | undefined;
  /** Whether that was before it began. */
  isCancelled = false;
  /** How often the draft was revised. */
  edition = 0;
  isDiscarded = false;
  /** Within how many days of its end an answer is promised. */
  answerWithinDays: number | undefined;
  isAnswered = false;
  /** The topics and areas that it is about. */
  categories: readonly string[] = [];
  /** Of the draft as it stands. */
  review: DraftReview = {};
  /** Languages into which it was translated. */
  readonly translations = new Set<string>();

  constructor(
    readonly unit: string,
    public language: string,
    public title: string,
    public phases: readonly PhaseFacts[],
    /** Who wrote the draft as it stands. */
    public writtenBy: string,
  ) {}

  phase(phaseId: string): PhaseFacts | undefined {
    return this.phases.find((each) => each.phaseId === phaseId);
  }

  mayHaveOpened(phaseId: string, time: number): boolean {
    return this.isPublished && !!this.phase(phaseId)?.mayHaveBegun(time);
  }

  mayStillRun(phaseId: string, time: number): boolean {
    return !!this.phase(phaseId)?.mayStillRun(time);
  }

  /** Whether the log has closed a phase, alone or with the consultation. */
  isClosed(phaseId: string): boolean {
    return this.closedEarlyAt !== undefined || !!this.phase(phaseId)?.closed;
  }
}

/** All consultations of a site, by their ids: some hundred bytes each. */
export class KnownConsultations {
  private readonly known = new Map<string, ConsultationFacts>();
  /** When a publication first said from what its lots are drawn. */
  seedsSince = Infinity;
  /** When one first said in which zone terms count days. */
  zonesSince = Infinity;
  /** When an approval first said which translations it is for. */
  approvedInLanguagesSince = Infinity;

  readonly book: RuleBook = {
    rules: {},
    remembers: {
      ConsultationDrafted: ({ data }: Judged<ConsultationDrafted>) => {
        const { consultationId, unit, language, title, phases, by, answerWithinDays, categories = [] } = data;
        const facts = new ConsultationFacts(
          unit,
          language,
          title,
          phases.map(({ phaseId }) => new PhaseFacts(phaseId)),
          by,
        );
        Object.assign(facts, { answerWithinDays, categories });
        this.known.set(consultationId, facts);
      },
      DraftRevised: ({ data }: Judged<DraftRevised>) => {
        const { consultationId, edition, language, title, phases, by, answerWithinDays, categories = [] } = data;
        Object.assign(this.of(consultationId)!, {
          ...{ edition, language, title, answerWithinDays, categories, writtenBy: by, review: {} },
          phases: phases.map(({ phaseId }) => new PhaseFacts(phaseId)),
        });
      },
      ReviewRequested: ({ data }: Judged<ReviewRequested>) =>
        void (this.of(data.consultationId)!.review = { status: 'waiting', askedBy: data.by }),
      DraftApproved: ({ data: { consultationId, translations }, time }: Judged<DraftApproved>) => {
        if (translations) this.approvedInLanguagesSince = Math.min(this.approvedInLanguagesSince, time);
        this.of(consultationId)!.review = { status: 'approved', isOfAny: translations == null };
      },
      DraftSentBack: ({ data }: Judged<DraftSentBack>) => void (this.of(data.consultationId)!.review = { status: 'sentBack' }),
      ConsultationTranslated: ({ data: { consultationId, language, texts } }: Judged<ConsultationTranslated>) => {
        const facts = this.of(consultationId)!;
        if (texts.length > 0) facts.translations.add(language);
        else facts.translations.delete(language);
        if (!facts.isPublished) facts.review = { ...facts.review, isOfFewer: true };
      },
      DraftDiscarded: ({ data }: Judged<DraftDiscarded>) => void (this.of(data.consultationId)!.isDiscarded = true),
      ConsultationPublished: ({ data: { consultationId, phases, lotsSeed, timeZone }, time }: Judged<ConsultationPublished>) => {
        if (lotsSeed !== undefined) this.seedsSince = Math.min(this.seedsSince, time);
        if (timeZone) this.zonesSince = Math.min(this.zonesSince, time);
        const facts = this.of(consultationId)!;
        facts.isPublished = true;
        for (const { phaseId, ...dates } of phases) facts.phase(phaseId)?.setDates(dates, time);
      },
      PhaseDatesChanged: ({ data: { consultationId, phaseId, ...dates }, time }: Judged<PhaseDatesChanged>) =>
        this.of(consultationId)?.phase(phaseId)?.setDates(dates, time),
      PhaseOpened: ({ data }: Judged<PhaseOpened>) => void (this.of(data.consultationId)!.phase(data.phaseId)!.opened = true),
      PhaseClosed: ({ data }: Judged<PhaseClosed>) => void (this.of(data.consultationId)!.phase(data.phaseId)!.closed = true),
      ConsultationCorrected: ({ data: { consultationId, title } }: Judged<ConsultationCorrected>) =>
        void (this.of(consultationId)!.title = title),
      CategoriesSet: ({ data }: Judged<CategoriesSet>) => void (this.of(data.consultationId)!.categories = data.categories),
      ConsultationCancelled: ({ data, time }: Judged<ConsultationCancelled>) =>
        void Object.assign(this.of(data.consultationId)!, { isCancelled: true, closedEarlyAt: time }),
      AnswerTermChanged: ({ data }: Judged<AnswerTermChanged>) =>
        void (this.of(data.consultationId)!.answerWithinDays = data.answerWithinDays),
      OutcomePublished: ({ data }: Judged<OutcomePublished>) => void (this.of(data.consultationId)!.isAnswered = true),
      ConsultationClosed: ({ data, time }: Judged<ConsultationClosed>) => void (this.of(data.consultationId)!.closedEarlyAt = time),
    },
  };

  /** Undefined where none was drafted. */
  of(consultationId: string): ConsultationFacts | undefined {
    return this.known.get(consultationId);
  }
}
