import { ThankYou, blankForm, idInPath, unitTrail, type Section, type Thanks, type Visit } from '@isegoria/portal-kit';
import type { MessageKey } from '@isegoria/texts';
import type { LoadedActivity } from '../activity/activity.page';
import type { ActivityView } from '../activity/activity.contract';
import { showMyBallot, type MyBallot } from '../ballot/ballot.contract';
import { pagesOf } from '../methods/methods.page';
import { showConsultation as showConsultationQuery } from './consultation.contract';
import { ConsultationPage } from './consultation.page';
import { formOf, formsOf, type SentForms } from './sent-forms.page';

/** Shows a consultation with its activities and sections; after a form that was refused, with that form as it was typed. */
export async function showConsultation(
  visit: Visit,
  sections: readonly Section[],
  id: string,
  sent: SentForms = {},
  status = 200,
): Promise<void> {
  const consultationId = idInPath(id);
  const consultation = await visit.api.ask(showConsultationQuery, { consultationId });
  const ballots = visit.account ? visit.api.ask(showMyBallot, { consultationId }) : undefined;
  const [activities, ballot, trail, ...loaded] = await Promise.all([
    Promise.all(consultation.activities.map((activity) => load(visit, activity, ballots, sent))),
    ballots,
    unitTrail(visit, '/consultations', consultation.unit),
    ...sections.map((section) => section.load(visit, consultationId)),
  ]);
  const mayModerate = visit.may('moderate', consultation.unit);
  const shown = { path: `/consultations/${consultationId}`, isSignedIn: ballot !== undefined, mayModerate };
  visit.show(
    <ConsultationPage
      consultation={consultation}
      trail={trail}
      activities={activities}
      sections={loaded.map((Section, index) => {
        const { form } = sections[index]!;
        return <Section {...shown} form={sent[form] ?? blankForm()} key={form} />;
      })}
      ballot={ballot}
      thanks={thanksOnTop(visit.thanks, consultation.activities, sections)}
      mayModerate={mayModerate}
      mayEdit={visit.may('consult', consultation.unit)}
    />,
    {
      title: Object.keys(sent).length > 0 ? visit.texts.t('form.errorTitle', { title: consultation.title }) : consultation.title,
      status,
      address: shown.path,
      islands: [...new Set(consultation.activities.flatMap(({ method }) => pagesOf(method).islands ?? [])), 'receipt-tools'],
    },
  );
}

async function load(
  visit: Visit,
  activity: ActivityView,
  ballots: Promise<MyBallot> | undefined,
  sent: SentForms,
): Promise<LoadedActivity> {
  const { forms, takingPart } = pagesOf(activity.method);
  const [TakingPart, own] = await Promise.all([takingPart(visit, activity), ballots]);
  const { thanks } = visit;
  const thanked = Object.entries(forms).find(([name, { goesOnAt }]) => goesOnAt && thanks?.for === formOf(activity.id, name))?.[1];
  return {
    activity,
    TakingPart,
    form: formsOf(activity.id, Object.keys(forms), sent),
    ballot: own?.activities.find(({ activityId }) => activityId === activity.id),
    thanks: thanks && thanked && <ThankYou sentence={thanked.thanks} receipt={thanks.receipt} quiet />,
  };
}

/** Thanks that stand above everything else on the page; what has a place of its own is thanked for there. */
function thanksOnTop(thanks: Thanks | undefined, activities: readonly ActivityView[], sections: readonly Section[]) {
  if (!thanks) return undefined;
  const forms = activities.flatMap(({ id, method }) =>
    Object.entries(pagesOf(method).forms).map(([name, form]) => ({ name: formOf(id, name), ...form })),
  );
  const form = forms.find(({ name }) => name === thanks.for);
  if (form?.goesOnAt) return undefined;
  const sentence: MessageKey = form?.thanks ?? sections.find((section) => section.form === thanks.for)?.thanks ?? 'thanks.any';
  return <ThankYou sentence={sentence} receipt={thanks.receipt} />;
}
