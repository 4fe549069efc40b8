import { unless, type ApiClient } from '@isegoria/api-client';
import {
  closeConsultation,
  draftConsultation,
  planMilestone,
  publishConsultation,
  publishOutcome,
  rootUnit,
  showConsultation,
  translateConsultation,
  type ConsultationView,
  type DraftActivity,
  type DraftConsultation,
} from '@isegoria/contracts';
import { lakeShore } from './demo-content';
import { addDocument, addPicture, type DemoDocument } from './pictures/demo-files';
import type { DemoPicture } from './pictures/demo-pictures';
import type { DemoStatement } from './demo-voices';

/** Milliseconds. */
export const day = 86_400_000;

type Words = Pick<
  DraftConsultation,
  'title' | 'description' | 'answerWithinDays' | 'summary' | 'contact' | 'decidedBy' | 'decidedWhen' | 'picture' | 'documents'
>;

export interface Draft extends Words {
  readonly unit: string;
  readonly phases: DraftConsultation['phases'];
  readonly categories?: string[];
}

/** A consultation as the content of the demo has it, before its files are added. */
interface Content extends Omit<Words, 'picture' | 'documents' | 'answerWithinDays'> {
  readonly picture: { readonly name: DemoPicture; readonly alt: string };
  readonly document?: DemoDocument;
}

/** Adds its files. */
export async function wordsOf(office: ApiClient, content: Content, unit: string): Promise<Words> {
  const { title, description, summary, contact, decidedBy, decidedWhen, picture, document } = content;
  const documents = document ? [await addDocument(office, document, unit)] : [];
  const files = { picture: await addPicture(office, picture.name, picture.alt, unit), documents };
  return { title, description, summary, contact, decidedBy, decidedWhen, answerWithinDays: 60, ...files };
}

const textsOf = (statements: readonly DemoStatement[]) => statements.map(({ text }) => text);

export async function deliberation(
  office: ApiClient,
  content: Content & { readonly statements: readonly DemoStatement[] },
  unit: string,
): Promise<Draft> {
  const activity: DraftActivity = { method: 'deliberation', statements: textsOf(content.statements) };
  return { unit, ...(await wordsOf(office, content, unit)), phases: [{ activities: [activity] }] };
}

export async function poll(
  office: ApiClient,
  content: Content & { readonly options: readonly string[] },
  unit: string = rootUnit,
): Promise<Draft> {
  const activity: DraftActivity = { method: 'poll', options: [...content.options] };
  return { unit, ...(await wordsOf(office, content, unit)), phases: [{ activities: [activity] }] };
}

export async function twoPhases(office: ApiClient, unit: string): Promise<Draft> {
  const { collecting, choosing } = lakeShore;
  const collect: DraftActivity = { method: 'deliberation', statements: textsOf(collecting.statements) };
  const choose: DraftActivity = { method: 'poll', title: choosing.question, options: [...choosing.options] };
  const phases = [
    { title: collecting.title, activities: [collect] },
    { title: choosing.title, activities: [choose] },
  ];
  return { unit, ...(await wordsOf(office, lakeShore, unit)), phases };
}

/**
 * Drafts and publishes a consultation, once. Each phase but the first opens when the one before it has closed.
 * @param durations of the phases, in milliseconds
 * @param begins when the first phase opens
 */
export async function openConsultation(
  office: ApiClient,
  draft: Draft,
  durations: readonly number[],
  begins = Date.now(),
): Promise<ConsultationView> {
  const key = { idempotencyKey: `demo consultation ${draft.title}` };
  const { id: consultationId, position: drafted } = await office.do(draftConsultation, { language: 'en', ...draft }, key);
  let end = begins;
  const phases = durations.map((duration) => ({ opensAt: isoTime(end), closesAt: isoTime((end = endOfDay(end + duration))) }));
  const published = await office.do(publishConsultation, { consultationId, phases }).catch(unless('ALREADY_DONE'));
  return office.as({ after: published?.position ?? drafted }).ask(showConsultation, { consultationId });
}

/** @returns the id of its activity by this method */
export function activityOf({ activities }: ConsultationView, method: DraftActivity['method']): string {
  return activities.find((activity) => activity.method === method)!.id;
}

/** Says in the other languages what the office says. */
export async function translate(
  office: ApiClient,
  consultationId: string,
  languages: Readonly<Record<'fr' | 'ar', Readonly<Record<string, string>>>>,
): Promise<void> {
  let after: number | undefined;
  for (const language of ['fr', 'ar'] as const) {
    const { translationsVersion: version } = await office.as({ after }).ask(showConsultation, { consultationId });
    const texts = Object.entries(languages[language]).map(([of, text]) => ({ of, text }));
    const options = { idempotencyKey: `demo ${language} ${consultationId}`, version };
    after = (await office.do(translateConsultation, { consultationId, language, texts }, options)).position;
  }
}

/** Closes a consultation, whose answer is then owed. Returns when everybody can read it. */
export async function close(office: ApiClient, consultationId: string, reason: string): Promise<ConsultationView> {
  const closed = await office.do(closeConsultation, { consultationId, reason }).catch(unless('ALREADY_DONE'));
  return office.as({ after: closed?.position }).ask(showConsultation, { consultationId });
}

/** Closes a consultation and says what came of it. Returns when everybody can read it. */
export async function conclude(
  office: ApiClient,
  consultationId: string,
  reason: string,
  { youSaid, weDid }: { readonly youSaid: string; readonly weDid: string },
): Promise<void> {
  const { status } = await close(office, consultationId, reason);
  if (status === 'decided') return;
  const key = { idempotencyKey: `demo outcome ${consultationId}` };
  const { position } = await office.do(publishOutcome, { consultationId, youSaid, weDid }, key);
  await office.as({ after: position }).ask(showConsultation, { consultationId });
}

/** Says what is done by the end of a consultation that is over: it is late from the moment at which it is said. */
export async function promiseByTheEnd(
  office: ApiClient,
  consultationId: string,
  step: { readonly title: string; readonly text: string; readonly responsible: string },
): Promise<void> {
  const { closedEarlyAt } = await office.ask(showConsultation, { consultationId });
  if (closedEarlyAt === null) return;
  const key = { idempotencyKey: `demo milestone ${step.title}` };
  await office.do(planMilestone, { ...step, consultationId, dueAt: closedEarlyAt, status: 'inProgress' }, key);
}

/** In the time zone that a site has unless its operator says another. */
const endOfDay = (time: number) => Math.ceil(time / day) * day;
const isoTime = (time: number) => new Date(time).toISOString();
