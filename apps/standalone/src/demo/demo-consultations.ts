import { unless, type ApiClient } from '@isegoria/api-client';
import {
  draftConsultation,
  publishConsultation,
  rootUnit,
  showConsultation,
  type ConsultationView,
  type DraftActivity,
  type DraftConsultation,
} from '@isegoria/contracts';
import { lakeShore } from './demo-content';

type Words = Pick<DraftConsultation, 'title' | 'description'>;

interface Draft extends Words {
  readonly unit: string;
  readonly phases: DraftConsultation['phases'];
}

export function deliberation({ title, description, statements }: Words & { readonly statements: readonly string[] }, unit: string): Draft {
  return { unit, title, description, phases: [{ activities: [{ method: 'deliberation', statements: [...statements] }] }] };
}

export function poll({ title, description, options }: Words & { readonly options: readonly string[] }): Draft {
  return { unit: rootUnit, title, description, phases: [{ activities: [{ method: 'poll', options: [...options] }] }] };
}

export function twoPhases(unit: string): Draft {
  const { title, description, collecting, choosing } = lakeShore;
  const collect: DraftActivity = { method: 'deliberation', statements: [...collecting.statements] };
  const choose: DraftActivity = { method: 'poll', title: choosing.question, options: [...choosing.options] };
  const phases = [
    { title: collecting.title, activities: [collect] },
    { title: choosing.title, activities: [choose] },
  ];
  return { unit, title, description, phases };
}

/**
 * Drafts and publishes a consultation, once. The first phase opens at once, each other one when the one before it has closed.
 * @param durations of the phases, in milliseconds
 */
export async function openConsultation(office: ApiClient, draft: Draft, durations: readonly number[]): Promise<ConsultationView> {
  const key = { idempotencyKey: `demo consultation ${draft.title}` };
  const { id: consultationId, position: drafted } = await office.do(draftConsultation, { language: 'en', ...draft }, key);
  let end = Date.now();
  const phases = durations.map((duration) => ({ opensAt: isoTime(end), closesAt: isoTime((end += duration)) }));
  const published = await office.do(publishConsultation, { consultationId, phases }).catch(unless('ALREADY_DONE'));
  return office.as({ after: published?.position ?? drafted }).ask(showConsultation, { consultationId });
}

const isoTime = (time: number) => new Date(time).toISOString();
