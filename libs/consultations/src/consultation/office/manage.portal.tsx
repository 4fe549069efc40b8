import { blankForm, formFor, idInPath, sentForm, unitsOf, type Visit } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import type { ActPages, UnitOfAct } from '../../official-act/official-act.page';
import { pagesOf } from '../../methods/methods.page';
import { pagesOfActs } from '../../official-act/official-acts.page';
import { showConsultation, type ConsultationView } from '../consultation.contract';
import { ManageConsultationPage, type ManageForms } from './consultation-office.page';

/** The page where an office runs a consultation, with forms that were refused as they were sent. */
export async function showManage(visit: Visit, id: string, sent: ManageForms = {}, status = 200): Promise<void> {
  visit.mustBePermitted('export');
  const consultation = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
  visit.mustBePermitted('export', consultation.unit);
  const acts = pagesOfActs.map((act) => [act.name, formOfAct(visit, act, consultation, sent[act.name])] as const);
  const forms: ManageForms = { export: blankForm(), ...sent, ...Object.fromEntries(acts) };
  const begun = pagesOfActs.map(({ name }) => name).filter((name) => name in sent || isFilledBy(visit, forms[name]!));
  const unit = await unitOfAct(visit, consultation.unit);
  const unitName = (await unitsOf(visit)).wayTo(consultation.unit);
  const isOfficial = visit.may('consult', consultation.unit);
  const lostAtClosing = isOfficial ? await lostIn(visit, consultation) : [];
  visit.show(<ManageConsultationPage {...{ consultation, forms, begun, isOfficial, unit, unitName, lostAtClosing }} />, {
    title: consultation.title,
    status,
    address: `/office/consultations/${id}`,
  });
}

/** Whether the address says something of a form, such as the phase whose dates are changed. */
const isFilledBy = ({ request }: Visit, { values }: FormState): boolean =>
  Object.keys(request.query).some((name) => values[name] !== undefined);

/** What would count for nothing if an open consultation were closed now. */
async function lostIn(visit: Visit, { status, activities }: ConsultationView): Promise<readonly string[]> {
  if (status !== 'open') return [];
  const found = await Promise.all(activities.map((activity) => pagesOf(activity.method).lostAtClosing?.(visit, activity)));
  return found.filter((sentence) => sentence !== undefined);
}

/** What a unit says about what is done in it, and who is about to do it. */
export async function unitOfAct(visit: Visit, unit: string): Promise<UnitOfAct> {
  return { needsReview: (await unitsOf(visit)).get(unit)?.needsReview ?? false, account: visit.account?.id };
}

/** As it begins, or as it was sent; one whose command knows versions is based on what stands. */
export function formOfAct(visit: Visit, act: ActPages, consultation: ConsultationView, sent?: FormState): FormState {
  const values = act.filled?.(consultation, visit.texts.zone.id, sent ?? sentForm(visit.request.query)) ?? {};
  const version = act.version?.(consultation);
  return version === undefined ? (sent ?? blankForm(values)) : formFor({ values, version }, sent);
}
