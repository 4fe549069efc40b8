import type { Visit } from '@isegoria/portal-kit';
import type { ConsultationView } from '../../consultation/consultation.contract';
import { listMilestones, type MilestoneView } from '../../milestone/milestone.contract';
import { pagesOf } from '../../methods/methods.page';

/** Everything that the office says in a consultation, in the order of its page, each text once. */
export async function officeTexts(visit: Visit, consultation: ConsultationView): Promise<string[]> {
  const { title, summary, description, decidedBy, decidedWhen, contact, picture, documents, outcome, phases, activities } = consultation;
  const ofActivities = activities.map(async (activity) => {
    const own = await pagesOf(activity.method).officeTexts?.(visit, activity);
    return [activity.title, ...(own ?? [])];
  });
  const milestones = consultation.milestones > 0 ? (await visit.api.ask(listMilestones, { consultationId: consultation.id })).items : [];
  const all = [
    ...[title, summary, picture?.alt, description, decidedBy, decidedWhen, contact],
    ...documents.map(({ name }) => name),
    ...reasonsIn(consultation),
    ...[outcome?.youSaid, outcome?.weDid, ...(outcome?.earlier.map(({ note }) => note) ?? [])],
    ...phases.map((phase) => phase.title),
    ...(await Promise.all(ofActivities)).flat(),
    ...milestones.flatMap(wordsOfMilestone),
  ];
  return [...new Set(all.filter((text): text is string => !!text))];
}

/** Why it is not as it was announced, which its page says to everybody. */
function reasonsIn({ cancellation, closedEarlyReason, dateChanges }: ConsultationView): (string | null | undefined)[] {
  return [cancellation?.reason, closedEarlyReason, ...dateChanges.map(({ reason }) => reason)];
}

function wordsOfMilestone({ title, text, responsible, evidence, links, earlier }: MilestoneView): (string | null)[] {
  return [title, text, responsible, evidence, ...links.map(({ words }) => words), ...earlier.map(({ note }) => note)];
}

/** What people answer to in activities that have opened, which keeps the translation that it has. */
export async function answeredTexts(visit: Visit, { title, phases, activities }: ConsultationView): Promise<ReadonlySet<string>> {
  const begun = phases.filter(({ status }) => status === 'open' || status === 'closed').map(({ id }) => id);
  const opened = activities.filter(({ phaseId }) => begun.includes(phaseId));
  const words = opened.map((activity) => pagesOf(activity.method).answered?.(visit, activity, activity.title ?? title) ?? []);
  return new Set((await Promise.all(words)).flat());
}
