import { InAnyOrder, NotCompared, WithdrawnFiles, eventIn, pageMustBe, shown, type Entry, type ShownBook } from '@isegoria/audit-kit';
import type { FileWithdrawn } from '@isegoria/content';
import type { AssuranceLevel, Page } from '@isegoria/kernel';
import { listActivityCorrections, type ActivityCorrectionView, type ActivityDrafted } from '../../activity/activity.contract';
import type { AssuranceRaised } from '../../assurance-raise/assurance-raise.contract';
import { listCategories, type CategoryView } from '../../category/category.contract';
import {
  countConsultations,
  type ChosenConsultations,
  type ConsultationCounts,
} from '../../category/chosen/chosen.contract';
import { countsMustBe, isAmong, type Narrowed } from '../../category/chosen/chosen.recount';
import { listCorrections, type CorrectionView } from '../../correction/correction.contract';
import { listOutcomeChanges, type OutcomeChangeView } from '../../outcome/outcome.contract';
import { listDateChanges, type DateChangeView } from '../../change-of-dates/change-of-dates.contract';
import type { ConsultationsEvent } from '../../contract';
import { Closings, closingEvents } from '../../late/closings.recount';
import type { CountedEvent } from '../../methods/method/method.recount';
import { showTranslation } from '../../translation/translation.contract';
import { methods } from '../../methods/methods.contract';
import {
  listConsultations,
  showConsultation,
  showUnitsOfConsultations,
  type ConsultationDrafted,
  type ConsultationSummary,
} from '../consultation.contract';
import { eachAtSomeMoment, leagueOf, type OwedInLog } from '../../answer-owed/league/response-times.recount';
import { owedStates, type OwedState } from '../../answer-owed/answer-owed.contract';
import { showResponseTimes, type ResponseTimes } from '../../answer-owed/league/response-times.contract';
import type { StatementSubmitted } from '../../methods/deliberation/statement/statement.contract';
import {
  ShownConsultation,
  type KnownActivityCorrection,
  type KnownChange,
  type KnownCorrection,
  type KnownOutcomeChange,
} from './shown-consultation.recount';
import { themeIn } from '../../official-answer/audit/official-answers-shown.recount';

type ListedConsultations = ChosenConsultations & { answer?: OwedState; cursor?: string };
type Cast = Readonly<{ activityId: string; voter: string; assurance: AssuranceLevel }>;

const castEvents: readonly string[] = methods.map(({ castEvent }) => castEvent);

/** All consultations of a site, as everybody may read them. */
export class ConsultationsShown implements ShownBook {
  readonly events: readonly string[] = [
    ...([
      'ConsultationDrafted',
      'DraftRevised',
      'ReviewRequested',
      'DraftApproved',
      'DraftSentBack',
      'ActivityDrafted',
      'ActivityCorrected',
      'ConsultationPublished',
      'PhaseDatesChanged',
      'ConsultationCorrected',
      'ConsultationTranslated',
      'CategoriesSet',
      'OutcomePublished',
      'AnswerTermChanged',
      'OfficialAnswerPublished',
      'MilestoneSet',
    ] as const),
    ...(['AssuranceRaised', 'BallotExcluded', 'BallotReinstated', 'StatementSubmitted'] satisfies ConsultationsEvent['type'][]),
    'FileWithdrawn' satisfies FileWithdrawn['type'],
    ...closingEvents,
    ...castEvents,
  ];
  private readonly consultations = new Map<string, ShownConsultation>();
  private readonly activities = new Map<string, ActivityDrafted['data']>();
  private readonly withdrawn = new WithdrawnFiles();
  readonly closings = new Closings();

  take(entry: Entry): void {
    const event = eventIn<ConsultationsEvent | FileWithdrawn>(entry);
    if (event?.type === 'FileWithdrawn') return this.withdrawn.take(entry, event.data);
    if (!event || !this.events.includes(event.type)) return;
    this.closings.take(event as CountedEvent);
    if (event.type === 'ConsultationDrafted') this.draft(entry, event.data);
    const consultation = this.consultations.get((event.data as { consultationId: string }).consultationId);
    if (consultation) this.takeIn(consultation, entry, event);
  }

  /** Undefined where none was drafted. */
  activity(activityId: string): ActivityDrafted['data'] | undefined {
    return this.activities.get(activityId);
  }

  readonly shows = [
    shown<ListedConsultations, Page<ConsultationSummary>>({
      query: listConsultations,
      groups: ['consultations'],
      asks: ({ itemsOf }) => [{}, ...owedStates.map((answer) => ({ answer })), ...someOf(itemsOf(listCategories))],
      expected: ({ cursor, answer, ...chosen }, now) => {
        const [things, ...later] = now.map((time) => this.listed(chosen, answer, time));
        // A term that ends at that very moment.
        if (answer && later.some((list) => list.length !== things!.length || list.some((one, index) => one !== things![index])))
          return new NotCompared('which answers are owed, where one becomes so while the site is asked');
        return pageMustBe<ShownConsultation, ConsultationSummary>({
          things: things!,
          placeOf: ({ place }) => place,
          itemOf: (consultation) => consultation.summary(now),
          cursor,
          newestFirst: true,
        });
      },
    }),
    shown({
      query: showConsultation,
      groups: ['consultations'],
      asks: ({ itemsOf }) => itemsOf(listConsultations).map(({ id }) => ({ consultationId: id })),
      expected: ({ consultationId }, now) => {
        const consultation = this.consultations.get(consultationId);
        return consultation?.isPublished ? consultation.view(now) : undefined;
      },
    }),
    shown<{ consultationId: string; cursor?: string }, Page<DateChangeView>>({
      query: listDateChanges,
      groups: ['consultations'],
      asks: ({ itemsOf }) => itemsOf(listConsultations).map(({ id }) => ({ consultationId: id })),
      expected: ({ consultationId, cursor }) =>
        pageMustBe<KnownChange, DateChangeView>({
          things: this.consultations.get(consultationId)?.changes ?? [],
          placeOf: ({ place }) => place,
          itemOf: ({ view }) => view,
          cursor,
          newestFirst: true,
        }),
    }),
    shown<{ consultationId: string; cursor?: string }, Page<CorrectionView>>({
      query: listCorrections,
      groups: ['consultations'],
      asks: ({ itemsOf }) => itemsOf(listConsultations).map(({ id }) => ({ consultationId: id })),
      expected: ({ consultationId, cursor }) =>
        pageMustBe<KnownCorrection, CorrectionView>({
          things: this.consultations.get(consultationId)?.corrections ?? [],
          placeOf: ({ place }) => place,
          itemOf: ({ view }) => view,
          cursor,
          newestFirst: true,
        }),
    }),
    shown<{ consultationId: string; cursor?: string }, Page<OutcomeChangeView>>({
      query: listOutcomeChanges,
      groups: ['consultations'],
      asks: ({ answersTo }) =>
        answersTo(showConsultation)
          // An older site knows no changes of an outcome.
          .filter(({ outcome }) => ((outcome?.changes as number | undefined) ?? 0) > 0)
          .map(({ id: consultationId }) => ({ consultationId })),
      expected: ({ consultationId, cursor }) =>
        pageMustBe<KnownOutcomeChange, OutcomeChangeView>({
          things: this.consultations.get(consultationId)?.outcomeChanges ?? [],
          placeOf: ({ place }) => place,
          itemOf: ({ view }) => view,
          cursor,
          newestFirst: true,
        }),
    }),
    shown<{ activityId: string; cursor?: string }, Page<ActivityCorrectionView>>({
      query: listActivityCorrections,
      groups: ['consultations'],
      asks: ({ answersTo }) =>
        answersTo(showConsultation)
          .flatMap(({ activities }) => activities)
          // An older site knows neither versions of activities nor corrections.
          .filter(({ version }) => (version as number | undefined) !== undefined)
          .map(({ id: activityId }) => ({ activityId })),
      expected: ({ activityId, cursor }) =>
        pageMustBe<KnownActivityCorrection, ActivityCorrectionView>({
          things: this.published().flatMap((one) => one.activityCorrections.filter(({ of }) => of === activityId)),
          placeOf: ({ place }) => place,
          itemOf: ({ view }) => view,
          cursor,
          newestFirst: true,
        }),
    }),
    shown({
      query: showTranslation,
      groups: ['consultations'],
      asks: ({ itemsOf }) =>
        // An older site says nothing of translations.
        itemsOf(listConsultations).flatMap(({ id: consultationId, translations = [] }) =>
          translations.map(({ language }) => ({ consultationId, language })),
        ),
      expected: ({ consultationId, language }) => this.consultations.get(consultationId)?.translations.view(language),
    }),
    shown<object, ResponseTimes>({
      query: showResponseTimes,
      groups: ['consultations'],
      asks: () => [{}],
      expected: (_, now) =>
        eachAtSomeMoment(now.map((time) => leagueOf(this.published().flatMap((one): readonly OwedInLog[] => one.owedAt(time))))),
    }),
    shown<ChosenConsultations, ConsultationCounts>({
      query: countConsultations,
      groups: ['consultations'],
      asks: ({ itemsOf }) => [{}, ...someOf(itemsOf(listCategories))],
      expected: (chosen, now) => countsMustBe(now.map((time) => this.published().map((one) => narrowed(one, time))), chosen),
    }),
    shown({
      query: showUnitsOfConsultations,
      groups: ['consultations'],
      asks: () => [{}],
      expected: () => ({ units: new InAnyOrder([...new Set(this.published().map(({ unit }) => unit))]) }),
    }),
  ];

  private listed(chosen: ChosenConsultations, answer: OwedState | undefined, time: number): ShownConsultation[] {
    const isOwed = (one: ShownConsultation) => answer === undefined || one.owedAt(time).some(({ state }) => state === answer);
    return this.published().filter((one) => isAmong(narrowed(one, time), chosen) && isOwed(one));
  }

  private published(): ShownConsultation[] {
    return [...this.consultations.values()].filter(({ isPublished }) => isPublished);
  }

  private draft(entry: Entry, drafted: ConsultationDrafted['data']): void {
    const { consultationId } = drafted;
    if (!this.consultations.has(consultationId))
      this.consultations.set(consultationId, new ShownConsultation(entry, drafted, this.withdrawn));
  }

  private takeIn(consultation: ShownConsultation, entry: Entry, { type, data }: ConsultationsEvent): void {
    if (type === 'DraftRevised') consultation.revise(entry, data);
    else if (type === 'ReviewRequested') consultation.review(entry, 'waiting', data);
    else if (type === 'DraftApproved') consultation.review(entry, 'approved', data);
    else if (type === 'DraftSentBack') consultation.review(entry, 'sentBack', data);
    else if (type === 'ConsultationPublished') consultation.publish(entry, data);
    else if (type === 'PhaseDatesChanged') consultation.changeDates(entry, data);
    else if (type === 'ConsultationCorrected') consultation.correct(entry, data);
    else if (type === 'ConsultationTranslated') consultation.translate(entry, data);
    else if (type === 'CategoriesSet') consultation.categorise(entry, data);
    else if (type === 'ConsultationCancelled') consultation.cancel(entry, data);
    else if (type === 'ConsultationClosed') consultation.close(entry, data);
    else if (type === 'OutcomePublished') consultation.decide(entry, data);
    else if (type === 'AnswerTermChanged') consultation.changeTerm(entry, data);
    else if (type === 'OfficialAnswerPublished') 
      consultation.answered.set(data.aboutId, themeIn(data));
    else if (type === 'MilestoneSet') consultation.setMilestone(entry, data);
    else if (type === 'PhaseClosed') consultation.closePhase(data.phaseId);
    else if (type === 'AssuranceRaised') this.raise(consultation, data);
    else if (type === 'BallotExcluded') consultation.attendance.setExcluded(data.activityId, data.voter, true);
    else if (type === 'BallotReinstated') consultation.attendance.setExcluded(data.activityId, data.voter, false);
    else if (castEvents.includes(type)) this.cast(consultation, data as Cast);
    else if (type === 'StatementSubmitted') this.write(consultation, data);
    else if (type === 'ActivityDrafted' && !this.activities.has(data.activityId)) {
      this.activities.set(data.activityId, data);
      consultation.draft(entry, data);
    } else if (type === 'ActivityCorrected') consultation.correctActivity(entry, data);
  }

  private raise({ attendance, activities }: ShownConsultation, { voters, level }: AssuranceRaised['data']): void {
    for (const activity of activities.filter((each) => !this.closings.include(each)))
      for (const voter of voters) attendance.raise(activity.activityId, voter, level);
  }

  private write({ attendance }: ShownConsultation, { activityId, author, assurance }: StatementSubmitted['data']): void {
    const activity = this.activities.get(activityId);
    if (author === null || assurance === null || !activity || this.closings.include(activity)) return;
    attendance.wrote(activityId, author, assurance);
  }

  private cast({ attendance }: ShownConsultation, { activityId, voter, assurance }: Cast): void {
    const activity = this.activities.get(activityId);
    if (activity && !this.closings.include(activity)) attendance.cast(activityId, voter, assurance);
  }
}

/** Of how many topics and areas an auditor asks what they have. */
const mostAsked = 20;
const someOf = (categories: readonly CategoryView[]): ChosenConsultations[] =>
  categories.slice(0, mostAsked).map(({ kind, category }) => ({ [kind]: category }));

function narrowed(one: ShownConsultation, time: number): Narrowed {
  return { unit: one.unit, categories: one.categories, status: one.statusAt(time) };
}
