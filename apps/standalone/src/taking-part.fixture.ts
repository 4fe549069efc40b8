import { randomUUID } from 'node:crypto';
import type { ApiClient } from '@isegoria/api-client';
import {
  confirmEmail,
  draftConsultation,
  publishConsultation,
  readMailbox,
  registerAccount,
  showConsultation,
  type ConsultationView,
  type DraftActivity,
  type DraftConsultation,
} from '@isegoria/contracts';

export const password = 'a long password';

/** Somebody who registered and is signed in. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly token: string;
  readonly api: ApiClient;
}

/** Registers somebody as a visitor does; unconfirmed, in the session that this begins. */
export async function registered(visitor: ApiClient, email = `${randomUUID()}@example.org`): Promise<Person> {
  const { token, account } = await visitor.do(registerAccount, { email, name: 'Somebody', password, language: 'en' });
  return { id: account.id, email, token, api: visitor.as({ token }) };
}

/** Registers somebody who follows the link in the mail, so that the password opens the account anywhere. */
export async function confirmed(visitor: ApiClient, email?: string): Promise<Person> {
  return confirm(visitor, await registered(visitor, email));
}

/** Follows the link in the mail of somebody who registered. */
export async function confirm(visitor: ApiClient, person: Person): Promise<Person> {
  const { items } = await visitor.do(readMailbox, {});
  const [, link] = /confirm\?token=([\w-]+)/.exec(items.find(({ to }) => to === person.email)!.body)!;
  const { token } = await visitor.do(confirmEmail, { token: link!, password });
  return { ...person, token, api: visitor.as({ token }) };
}

/** A consultation with one activity, as most are. */
export interface OneActivity {
  readonly consultationId: string;
  readonly activityId: string;
}

/** What the office of a test says; what matters to it is beside it. */
const words = { title: 'A question', description: 'About it.', language: 'en' } as const;

/**
 * Drafts a consultation of one phase with one activity and publishes it for an hour; everybody can read it then.
 * @param opensIn milliseconds from now
 */
export async function published(office: ApiClient, activity: DraftActivity, opensIn = 0): Promise<OneActivity> {
  const { id, activities } = await publishedInPhases(office, { phases: [{ activities: [activity] }] }, [[opensIn, opensIn + hour]]);
  return { consultationId: id, activityId: activities[0]!.id };
}

/**
 * Drafts a consultation and publishes it; everybody can read it then.
 * @param dates when each phase opens and closes, in milliseconds from now
 */
export async function publishedInPhases(
  office: ApiClient,
  draft: Pick<DraftConsultation, 'phases' | 'unit' | 'answerWithinDays'>,
  dates: readonly (readonly [opens: number, closes: number])[],
): Promise<ConsultationView> {
  const { id: consultationId } = await office.do(draftConsultation, { ...words, ...draft });
  const phases = dates.map(([opens, closes]) => ({ opensAt: fromNow(opens), closesAt: fromNow(closes) }));
  const { position } = await office.do(publishConsultation, { consultationId, phases });
  return office.as({ after: position }).ask(showConsultation, { consultationId });
}

const hour = 3_600_000;
const fromNow = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
