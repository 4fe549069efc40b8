import { isAtLeast } from '@isegoria/kernel';
import {
  ThankYou,
  blankForm,
  descriptionLength,
  sharedPicture,
  idInPath,
  plainExcerpt,
  shownAgain,
  unitTrail,
  categoriesOf,
  type Section,
  type Thanks,
  type Visit,
} from '@isegoria/portal-kit';
import type { MessageKey } from '@isegoria/texts';
import type { LoadedActivity } from '../../activity/activity.page';
import type { ActivityView } from '../../activity/activity.contract';
import { showMyBallot, type MyBallot } from '../../ballot/ballot.contract';
import type { ActivityForm } from '../../methods/method/method.page';
import { listMilestones } from '../../milestone/milestone.contract';
import { pagesOf } from '../../methods/methods.page';
import { Dashboards } from '../../results/dashboard/dashboards.portal';
import { Findings } from '../../results/dashboard/findings.page';
import { originalParameter, readConsultation, titleFor, type ReadConsultation } from '../../translation/reading/translated.page';
import { overStatuses, showConsultation as showConsultationQuery, type ConsultationView } from '../consultation.contract';
import { ConsultationPage } from '../view/consultation.page';
import { listToldMoments } from '../../timeline/timeline.contract';
import { firstStep, stepsOf } from '../steps/steps-of.page';
import { formOf, formsOf, type SentForms } from './sent-forms.page';

const dashboards = new Dashboards();

interface Shown {
  /** The section that is shown; absent for the first step, where the consultation is explained and people vote. */
  readonly step?: Section;
  /** Forms that were refused, as they were typed. */
  readonly sent?: SentForms;
  readonly status?: number;
}

/** Shows a step of a consultation: its activities, or a section of it. */
export async function showConsultation(
  visit: Visit,
  sections: readonly Section[],
  id: string,
  { step, sent = {}, status = 200 }: Shown = {},
): Promise<void> {
  const consultationId = idInPath(id);
  const readsOriginal = visit.request.query[originalParameter] !== undefined;
  const consultation: ReadConsultation = readsOriginal
    ? await visit.api.ask(showConsultationQuery, { consultationId })
    : await readConsultation(visit.api, visit.texts.language, consultationId);
  const description = consultation.translated?.texts.get(consultation.description) ?? consultation.description;
  const { text: title } = titleFor(visit.texts.language, consultation);
  const shownActivities = step ? [] : consultation.activities;
  const isOver = overStatuses.includes(consultation.status);
  const [takingPart, ballot, trail, Section, dashboard, categories, milestones, told] = await Promise.all([
    Promise.all(shownActivities.map((activity) => pagesOf(activity.method).takingPart(visit, activity))),
    visit.account ? visit.api.ask(showMyBallot, { consultationId }) : undefined,
    unitTrail(visit, '/consultations', consultation.unit),
    step?.load(visit, consultationId),
    isOver && !consultation.cancellation && !step ? dashboards.get(consultationId, visit) : undefined,
    consultation.categories.length > 0 ? categoriesOf(visit) : undefined,
    consultation.milestones > 0 && !step ? visit.api.ask(listMilestones, { consultationId }) : undefined,
    step || consultation.status === 'draft' ? undefined : visit.api.ask(listToldMoments, { consultationId }),
  ]);
  const thanked = thankedIn(consultation.activities, visit.thanks);
  const isLate = thanked !== undefined && ballot !== undefined && cameTooLate(thanked, ballot);
  const isOvertaken = thanked !== undefined && ballot !== undefined && !isLate && !stands(thanked, ballot);
  const overtaken = isOvertaken ? { [thanked.name]: shownAgain(blankForm(), [{ message: visit.texts.t('form.overtaken') }], true) } : {};
  const quiet = (thanked?.form.goesOnAt ?? thanked?.form.goesOn) && !isOvertaken ? thanked : undefined;
  const note = thanked?.form.choosing && ballot && !isLate ? whatItCountsAs(visit, ballot, consultation) : undefined;
  const activities = shownActivities.map((activity, index): LoadedActivity => ({
    activity,
    TakingPart: takingPart[index]!,
    form: formsOf(activity.id, Object.keys(pagesOf(activity.method).forms), { ...overtaken, ...sent }),
    ballot: ballot?.activities.find(({ activityId }) => activityId === activity.id),
    voter: ballot?.voter,
    mostContributions: ballot?.mostContributions,
    thanks:
      quiet?.activity.id === activity.id ? (
        <ThankYou {...{ note, isLate }} sentence={quiet.form.thanks} receipt={quiet.thanks.receipt} quiet />
      ) : undefined,
  }));
  const mayModerate = visit.may('moderate', consultation.unit);
  const path = `/consultations/${consultationId}${step ? `/${step.name}` : ''}`;
  visit.show(
    <ConsultationPage
      consultation={consultation}
      categories={categories}
      milestones={milestones?.items}
      told={told?.items}
      trail={trail}
      unitName={trail[0]?.label ?? visit.ministry}
      activities={activities}
      steps={stepsOf(consultation, sections, ballot?.activities)}
      current={step?.name ?? firstStep}
      section={
        step &&
        Section && (
          <Section
            path={path}
            isSignedIn={ballot !== undefined}
            mayModerate={mayModerate}
            isOver={isOver}
            form={sent[step.form] ?? blankForm()}
          />
        )
      }
      findings={dashboard && <Findings {...dashboard} toResults />}
      ballot={ballot}
      thanks={quiet || isOvertaken ? undefined : thanksOnTop(visit.thanks, { thanked, sections, note, isLate })}
      mayModerate={mayModerate}
      mayEdit={visit.may('consult', consultation.unit)}
    />,
    {
      ...(isOvertaken && { notDone: 'overtaken' }),
      ...(isLate && { notDone: 'late' }),
      title: step ? visit.texts.t('steps.title', { step: visit.texts.t(step.title), title }) : title,
      description: plainExcerpt(description, descriptionLength),
      picture: sharedPicture(consultation.picture),
      card: `/consultations/${consultationId}/card.png`,
      status,
      address: path,
      islands: [...new Set(shownActivities.flatMap(({ method }) => pagesOf(method).islands ?? [])), 'receipt-tools', 'share'],
    },
  );
}

/** The form of an activity that was accepted, with the thanks for it. */
interface Thanked {
  readonly name: string;
  readonly activity: ActivityView;
  readonly form: ActivityForm;
  readonly thanks: Thanks;
}

function thankedIn(activities: readonly ActivityView[], thanks: Thanks | undefined): Thanked | undefined {
  if (!thanks) return undefined;
  const all = activities.flatMap((activity) =>
    Object.entries(pagesOf(activity.method).forms).map(([form, its]) => ({ name: formOf(activity.id, form), activity, form: its, thanks })),
  );
  return all.find(({ name }) => name === thanks.for);
}

/**
 * Whether what somebody is thanked for is still their choice. If an old page is sent again unchanged, it gets the first answer again,
 * although another choice may have replaced it since.
 */
function stands({ activity, form, thanks }: Thanked, { activities }: MyBallot): boolean {
  const ballot = activities.find((own) => own.activityId === activity.id);
  if (thanks.said === undefined || !form.choosing || !ballot) return true;
  return form.choosing.standing(ballot).includes(thanks.said);
}

/** At which level a vote counts, and whether the headline figures have it. */
function whatItCountsAs({ texts: { t } }: Visit, { assurance }: MyBallot, { countsFrom }: ConsultationView): string {
  const isCounted = isAtLeast(assurance, countsFrom);
  return t(isCounted ? 'ownLevel.counted' : 'ownLevel.besideThanks', { level: t(`assuranceLevel.${assurance}`) });
}

/** What is sent after the closing is the last that somebody sent, so that where anything came too late, this did. */
function cameTooLate({ activity }: Thanked, { activities }: MyBallot): boolean {
  return (activities.find((own) => own.activityId === activity.id)?.late ?? 0) > 0;
}

interface OnTop {
  readonly thanked: Thanked | undefined;
  readonly sections: readonly Section[];
  readonly note?: string;
  readonly isLate: boolean;
}

/** Thanks at the top of the page; a form that has a place of its own is thanked for there. */
function thanksOnTop(thanks: Thanks | undefined, { thanked, sections, note, isLate }: OnTop) {
  if (!thanks) return undefined;
  const section = sections.find(({ form }) => form === thanks.for);
  const sentence: MessageKey = thanked?.form.thanks ?? section?.thanks ?? 'thanks.any';
  const next = thanked ? thanked.form.next?.(thanked.activity) : section?.next;
  return <ThankYou sentence={sentence} next={next} receipt={thanks.receipt} note={note} isLate={isLate} />;
}
