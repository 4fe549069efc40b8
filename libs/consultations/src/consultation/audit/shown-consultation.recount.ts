import { NotCompared, OneOf, said, timeSaid, type Entry, type Fields, type MustBe, type WithdrawnFiles } from '@isegoria/audit-kit';
import { attachmentView, type Attached, type AttachmentView } from '@isegoria/content';
import { isZoneName, limits } from '@isegoria/kernel';
import type { ActivityCorrected, ActivityCorrectionView, ActivityDrafted, ActivityView } from '../../activity/activity.contract';
import type { AnswerOwedView, AnswerState, AnswerTermChanged, TermChangeView } from '../../answer-owed/answer-owed.contract';
import { dueInLog } from '../../answer-owed/term/answer-term.recount';
import type { OwedInLog } from '../../answer-owed/league/response-times.recount';
import type { CategoriesSet } from '../../category/chosen/chosen.contract';
import type { CancellationView, ConsultationCancelled } from '../../cancellation/cancellation.contract';
import type { ConsultationCorrected, CorrectionView } from '../../correction/correction.contract';
import type { DateChangeView, PhaseDatesChanged } from '../../change-of-dates/change-of-dates.contract';
import { lotsOf } from '../../methods/choices/options/lots';
import { drawsLots, methodNames } from '../../methods/methods.contract';
import { MilestonesInLog } from '../../milestone/audit/milestone-due.recount';
import type { MilestoneSet } from '../../milestone/milestone.contract';
import type { EarlierOutcomeView, OutcomeChangeView, OutcomePublished, OutcomeView } from '../../outcome/outcome.contract';
import type { PhaseStatus, PhaseView } from '../../phase/phase.contract';
import type { ConsultationTranslated } from '../../translation/translation.contract';
import { counted } from '../../results/assurance/by-assurance.contract';
import type { ReviewStatus, ReviewView } from '../../review/review.contract';
import { aboutOf, aboutWordsOf } from '../about/about.contract';
import type { DraftRevised } from '../draft/draft.contract';
import { TranslationsShown } from '../../translation/translation.recount';
import { Attendance } from './attendance.recount';
import type {
  ConsultationClosed,
  ConsultationDrafted,
  ConsultationPublished,
  ConsultationStatus,
  ConsultationSummary,
  ConsultationView,
} from '../consultation.contract';

interface DatedPhase {
  readonly id: string;
  readonly title: string | null;
  dates?: { readonly opensAt: string; readonly closesAt: string; readonly seq: number };
}

/** The words that stand, and where they are in the log, as the files beside them. */
type Words = Pick<ConsultationDrafted['data'], 'title' | 'description' | 'about' | 'language'> & {
  readonly place: number;
  readonly filesPlace: number;
};

export interface KnownChange {
  readonly place: number;
  readonly view: MustBe<DateChangeView>;
}

export interface KnownCorrection {
  readonly place: number;
  readonly at: MustBe<string>;
  readonly view: MustBe<CorrectionView>;
}

export interface KnownOutcomeChange {
  readonly place: number;
  readonly view: MustBe<OutcomeChangeView>;
}

export interface KnownActivityCorrection {
  readonly place: number;
  readonly view: MustBe<ActivityCorrectionView>;
}

type ShownActivity = ActivityDrafted['data'] & { readonly seq: number; readonly place: number };

/** One consultation as everybody may read it. */
export class ShownConsultation {
  readonly attendance = new Attendance();
  readonly translations = new TranslationsShown();
  readonly changes: KnownChange[] = [];
  readonly corrections: KnownCorrection[] = [];
  activities: readonly ShownActivity[] = [];
  readonly activityCorrections: (KnownActivityCorrection & { readonly of: string })[] = [];
  /** To what the office gave an answer. */
  /** The theme of each answer, by what is answered. */
  readonly answered = new Map<string, string | undefined>();
  /** By when each step is due that the office takes about its outcome. */
  private readonly milestones = new MilestonesInLog();
  isPublished = false;
  private lotsOf: (activity: ShownActivity) => { readonly lots?: MustBe<string> } = () => ({});
  private isClosed = false;
  private closedEarlyReason: MustBe<string | null> = null;
  private closedEarlyAt: MustBe<string | null> = null;
  /** Milliseconds since 1970. */
  private endedEarly: number | undefined;
  /** As it stood at the end, or what was first promised after it; and what was promised then. */
  private withinDays: number | null;
  private promisedLater: number | null = null;
  /** Whose days of the calendar its term counts. */
  private zone: string | null = null;
  private answeredAt: string | null = null;
  private readonly terms: { readonly place: number; readonly view: MustBe<TermChangeView> }[] = [];
  private cancellation: MustBe<CancellationView> | null = null;
  /** How its outcome was published, and changed. */
  private readonly outcomes: { readonly entry: Entry; readonly data: OutcomePublished['data'] }[] = [];
  private reviewed: MustBe<ReviewView> | null = null;
  private writtenBy: string;
  private phases: DatedPhase[];
  categories: readonly string[];
  private categoriesPlace = 0;
  private words: Words;
  private datesPlace = 0;
  readonly place: number;
  private readonly seq: number;

  constructor(
    entry: Entry,
    private readonly begun: ConsultationDrafted['data'],
    private readonly withdrawn: WithdrawnFiles,
  ) {
    [this.place, this.seq] = [entry.position, entry.seq];
    this.words = { ...begun, place: entry.position, filesPlace: entry.position };
    this.withinDays = begun.answerWithinDays ?? null;
    this.categories = begun.categories ?? [];
    this.writtenBy = begun.by;
    this.phases = begun.phases.map(({ phaseId, title }) => ({ id: phaseId, title }));
  }

  get unit(): string {
    return this.begun.unit;
  }

  revise(entry: Entry, revised: DraftRevised['data']): void {
    this.words = { ...revised, place: entry.position, filesPlace: entry.position };
    this.withinDays = revised.answerWithinDays ?? null;
    this.categories = revised.categories ?? [];
    this.phases = revised.phases.map(({ phaseId, title }) => ({ id: phaseId, title }));
    this.reviewed = null;
    this.writtenBy = revised.by;
  }

  review(entry: Entry, status: ReviewStatus, { by, reason = null }: { readonly by: string; readonly reason?: string | null }): void {
    const notBy = status === 'waiting' ? [...new Set([this.writtenBy, by])] : [];
    this.reviewed = said<ReviewView>(entry, { status, at: timeSaid(entry), reason, notBy });
  }

  publish(entry: Entry, { phases, lotsSeed, timeZone = null }: ConsultationPublished['data']): void {
    this.isPublished = true;
    this.zone = isZoneName(timeZone) ? timeZone : null;
    this.lotsOf = (activity) => (drawsLots(activity) ? { lots: said<string>(entry, lotsOf(activity.activityId, lotsSeed)) } : {});
    this.datesPlace = entry.position;
    for (const { phaseId, ...dates } of phases) this.date(entry, phaseId, dates);
  }

  changeDates(entry: Entry, { phaseId, opensAt, closesAt, reason }: PhaseDatesChanged['data']): void {
    const before = this.phases.find(({ id }) => id === phaseId)?.dates;
    this.date(entry, phaseId, { opensAt, closesAt });
    this.datesPlace = entry.position;
    if (!before) return;
    const dates = { before: { opensAt: before.opensAt, closesAt: before.closesAt }, after: { opensAt, closesAt } };
    this.changes.push({
      place: entry.position,
      view: said<DateChangeView>(entry, { phaseId, ...dates, reason, changedAt: timeSaid(entry) }),
    });
  }

  /** With its last phase the consultation is closed. */
  closePhase(phaseId: string): void {
    if (this.phases.at(-1)?.id === phaseId) this.isClosed = true;
  }

  close(entry: Entry, { reason }: ConsultationClosed['data']): void {
    this.isClosed = true;
    this.closedEarlyReason = said<string | null>(entry, reason);
    this.closedEarlyAt = said<string | null>(entry, timeSaid(entry));
    this.endedEarly = Date.parse(timeSaid(entry));
  }

  correct(entry: Entry, { title, description, about, note }: ConsultationCorrected['data']): void {
    const words = { ...this.words, title, description, about: { ...aboutOf(this.words.about), ...about }, place: entry.position };
    const [before, after] = [this.words, words].map((each) => {
      return { title: each.title, description: each.description, ...aboutWordsOf(each.about) };
    });
    const at = timeSaid(entry);
    const view = said<CorrectionView>(entry, { correctedAt: at, note, before: before!, after: after! });
    this.corrections.push({ place: entry.position, at, view });
    this.words = words;
  }

  draft(entry: Entry, drafted: ActivityDrafted['data']): void {
    this.activities = [...this.activities, { ...drafted, seq: entry.seq, place: entry.position }];
  }

  correctActivity(entry: Entry, { activityId, settings, note }: ActivityCorrected['data']): void {
    const stood = this.activities.find((one) => one.activityId === activityId);
    if (!stood) return;
    const words = { before: stood.settings as MustBe<ActivityView['settings']>, after: settings as MustBe<ActivityView['settings']> };
    const view = said<ActivityCorrectionView>(entry, { correctedAt: timeSaid(entry), note, ...words });
    this.activityCorrections.push({ of: activityId, place: entry.position, view });
    const stands = { ...stood, settings, seq: entry.seq, place: entry.position };
    this.activities = this.activities.map((one) => (one === stood ? stands : one));
  }

  translate(entry: Entry, translated: ConsultationTranslated['data']): void {
    this.translations.take(entry, translated, { ...aboutOf(this.words.about), title: this.words.title });
  }

  categorise(entry: Entry, { categories }: CategoriesSet['data']): void {
    [this.categories, this.categoriesPlace] = [categories, entry.position];
  }

  cancel(entry: Entry, { reason }: ConsultationCancelled['data']): void {
    this.isClosed = true;
    this.cancellation = said<CancellationView>(entry, { reason, cancelledAt: timeSaid(entry) });
  }

  changeTerm(entry: Entry, { answerWithinDays: after, reason }: AnswerTermChanged['data']): void {
    const [changedAt, before] = [timeSaid(entry), this.promisedLater ?? this.withinDays];
    const dateStays = this.withinDays !== null && Date.parse(changedAt) >= this.end;
    const view = said<TermChangeView>(entry, { before, after, reason, dateStays, changedAt });
    this.terms.push({ place: entry.position, view });
    if (dateStays) this.promisedLater = after;
    else this.withinDays = after;
  }

  decide(entry: Entry, data: OutcomePublished['data']): void {
    this.answeredAt ??= timeSaid(entry);
    this.outcomes.push({ entry, data });
  }

  /** What each later outcome made of the one before. */
  get outcomeChanges(): KnownOutcomeChange[] {
    const words = this.outcomes.map(({ data: { youSaid, weDid } }) => ({ youSaid, weDid }));
    return this.outcomes.slice(1).map(({ entry, data }, index) => {
      const about = { changedAt: timeSaid(entry), note: data.note ?? '', before: words[index]!, after: words[index + 1]! };
      return { place: entry.position, view: said<OutcomeChangeView>(entry, about) };
    });
  }

  private get outcome(): MustBe<OutcomeView> | null {
    const told = this.outcomes.map(({ entry, data: { youSaid, weDid } }) => ({ youSaid, weDid, publishedAt: timeSaid(entry) }));
    const [last, changed] = [this.outcomes.at(-1), this.outcomes.slice(1)];
    if (!last) return null;
    const earlier = changed.map(({ entry, data }, index) =>
      said<EarlierOutcomeView>(entry, { ...told[index]!, note: data.note ?? '', changedAt: timeSaid(entry) }),
    );
    const changes = { earlier: earlier.slice(-1), changes: changed.length };
    return said<OutcomeView>(last.entry, { ...told.at(-1)!, ...changes, version: last.entry.position });
  }

  setMilestone(entry: Entry, set: MilestoneSet['data']): void {
    this.milestones.take(entry, set);
  }

  summary(now: readonly number[]): MustBe<ConsultationSummary> {
    return said({ seq: this.seq }, this.summaryFields(now));
  }

  view(now: readonly number[]): MustBe<ConsultationView> {
    const { contact, decidedBy, decidedWhen, documents } = aboutOf(this.words.about);
    return said<ConsultationView>(
      { seq: this.seq },
      {
        ...this.summaryFields(now),
        description: this.words.description,
        contact,
        decidedBy,
        decidedWhen,
        documents: documents.map((document) => this.attachment(document)),
        version: this.words.place,
        categoriesVersion: Math.max(this.words.place, this.categoriesPlace),
        translationsVersion: Math.max(this.words.place, this.translations.place),
        activities: this.inOrder().map((activity) => this.activityView(activity)),
        closedEarlyReason: this.closedEarlyReason,
        outcome: this.outcome,
        cancellation: this.cancellation,
        officialAnswers: this.answered.size,
        themes: new Set([...this.answered.values()].filter((theme) => theme !== undefined)).size,
        milestones: this.milestones.count,
        milestonesOverdue: new OneOf(now.map((time) => this.milestones.overdueAt(time))),
        answerTerm: {
          changes: this.terms.slice(-limits.dateChangesInView).map(({ view }) => view),
          count: this.terms.length,
          version: this.terms.at(-1)?.place ?? 0,
        },
        review: this.reviewed,
        corrections: { count: this.corrections.length, lastAt: this.corrections.at(-1)?.at ?? null },
        dateChanges: this.changes.slice(-limits.dateChangesInView).map(({ view }) => view),
        dateChangeCount: this.changes.length,
        datesVersion: this.datesPlace,
      },
    );
  }

  private summaryFields(now: readonly number[]): Fields<ConsultationSummary> {
    const { consultationId, externalId, unit, countsFrom } = this.begun;
    const { title, language, about } = this.words;
    const { summary, picture } = aboutOf(about);
    const isWhollyKnown = this.inOrder().every(({ method }) => isKnown(method));
    const byAssurance = this.attendance.byAssurance();
    const [first, last] = [this.phases.at(0)?.dates, this.phases.at(-1)?.dates];
    return {
      id: consultationId,
      externalId,
      unit,
      status: new OneOf(now.map((time) => this.statusAt(time))),
      title,
      summary,
      picture: picture && this.attachment(picture),
      language,
      categories: this.categories,
      translations: this.translations.inLists({ title, summary, picture }),
      opensAt: first ? said<string | null>(first, first.opensAt) : null,
      closesAt: last ? said<string | null>(last, last.closesAt) : null,
      closedEarlyAt: this.closedEarlyAt,
      answer: this.owed(now),
      phases: this.phases.map((phase) => this.phaseView(phase, now)),
      methods: [...new Set(this.inOrder().map(({ method }) => method))],
      countsFrom,
      participants: isWhollyKnown ? counted(byAssurance, countsFrom) : unknownMethod,
      participantsByAssurance: isWhollyKnown ? byAssurance : unknownMethod,
    };
  }

  /** What is owed at a moment, counted from the end, early or by date; nothing of what was cancelled. */
  owedAt(time: number): readonly OwedInLog[] {
    if (this.cancellation) return [];
    const [end, due] = [this.end, this.dueAfter(this.withinDays)];
    const answered = this.answeredAt === null ? undefined : Date.parse(this.answeredAt);
    const stateAt = (): AnswerState => {
      if (answered !== undefined) return 'answered';
      if (!['closed', 'decided'].includes(this.statusAt(time))) return 'open';
      if (due === undefined) return 'none';
      return due < time ? 'overdue' : 'due';
    };
    const milestonesLate = this.milestones.lateAt(time);
    return [{ unit: this.unit, state: stateAt(), isPromised: this.withinDays !== null, due, end, answered, milestonesLate }];
  }

  /** When it ended, early or by date, or will. */
  private get end(): number {
    return this.endedEarly ?? Date.parse(this.phases.at(-1)!.dates?.closesAt ?? '');
  }

  private dueAfter(days: number | null): number | undefined {
    return days === null ? undefined : dueInLog(this.end, days, this.zone);
  }

  private owed(now: readonly number[]): MustBe<AnswerOwedView> {
    const owed = now.map((time) => this.owedAt(time)[0]);
    const due = owed[0]?.due;
    return {
      state: new OneOf(owed.map((one) => one?.state ?? (this.answeredAt === null ? 'none' : 'answered'))),
      withinDays: this.cancellation ? null : this.withinDays,
      dueAt: due === undefined ? null : new Date(due).toISOString(),
      laterDate: this.promisedLater === null ? null : new Date(this.dueAfter(this.promisedLater)!).toISOString(),
      answeredAt: this.answeredAt,
    };
  }

  private attachment(attached: Attached): MustBe<AttachmentView> {
    return this.withdrawn.shown(attachmentView(attached), this.words.filesPlace);
  }

  private activityView(activity: ShownActivity): MustBe<ActivityView> {
    const { activityId: id, phaseId, method, title, seq, place: version } = activity;
    const settings = { ...activity.settings, ...this.lotsOf(activity) } as MustBe<ActivityView['settings']>;
    return said<ActivityView>({ seq }, { id, phaseId, method, title, version, settings });
  }

  private phaseView(phase: DatedPhase, now: readonly number[]): MustBe<PhaseView> {
    const { id, title, dates } = phase;
    const status = new OneOf(now.map((time) => (this.isClosed ? 'closed' : phaseAt(phase, time))));
    const { opensAt = null, closesAt = null } = dates ?? {};
    const view: MustBe<PhaseView> = { id, title, status, opensAt, closesAt };
    return dates ? said<PhaseView>(dates, view) : view;
  }

  /** Dates count by themselves, whether or not the log has recorded an opening or closing yet. */
  statusAt(time: number): ConsultationStatus {
    const statuses = this.phases.map((phase) => phaseAt(phase, time));
    if (this.cancellation) return 'cancelled';
    if (this.isClosed || statuses.at(-1) === 'closed') return this.outcomes.length > 0 ? 'decided' : 'closed';
    return statuses.includes('open') ? 'open' : 'scheduled';
  }

  private date({ seq }: Entry, phaseId: string, { opensAt, closesAt }: { opensAt: string; closesAt: string }): void {
    const phase = this.phases.find(({ id }) => id === phaseId);
    if (phase) phase.dates = { opensAt: utc(opensAt), closesAt: utc(closesAt), seq };
  }

  /** In the order of their phases; within a phase, as they were drafted. */
  private inOrder(): ShownConsultation['activities'] {
    return this.phases.flatMap(({ id }) => this.activities.filter(({ phaseId }) => phaseId === id));
  }
}

const isKnown = (method: string) => methodNames.some((name) => name === method);

const unknownMethod = new NotCompared(
  'how many people take part in a consultation by a method that this version of the auditor does not know',
);

function phaseAt({ dates }: DatedPhase, time: number): PhaseStatus {
  if (!dates) return 'draft';
  if (Date.parse(dates.closesAt) <= time) return 'closed';
  return Date.parse(dates.opensAt) > time ? 'scheduled' : 'open';
}

function utc(time: string): string {
  const parsed = new Date(time);
  return Number.isNaN(parsed.getTime()) ? time : parsed.toISOString();
}
