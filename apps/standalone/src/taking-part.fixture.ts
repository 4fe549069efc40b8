import { randomUUID } from 'node:crypto';
import type { ApiClient } from '@isegoria/api-client';
import {
  draftConsultation,
  publishConsultation,
  registerAccount,
  showConsultation,
  signIn,
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

/** Registers somebody as a visitor does, and signs them in. */
export async function registered(visitor: ApiClient, email = `${randomUUID()}@example.org`): Promise<Person> {
  await visitor.do(registerAccount, { email, name: 'Somebody', password, language: 'en' });
  const { token, account } = await visitor.do(signIn, { email, password });
  return { id: account.id, email, token, api: visitor.as({ token }) };
}

/**
 * Drafts a consultation and publishes it for an hour; everybody can read it then.
 * @param opensIn milliseconds from now
 * @returns its id
 */
export async function published(
  office: ApiClient,
  draft: Pick<DraftConsultation, 'kind' | 'statements' | 'options'>,
  opensIn = 0,
): Promise<string> {
  const words = { title: 'A question', description: 'About it.', language: 'en' } as const;
  const { id: consultationId } = await office.do(draftConsultation, { ...words, ...draft });
  const [opensAt, closesAt] = [opensIn, opensIn + 3_600_000].map((ahead) => new Date(Date.now() + ahead).toISOString()) as [string, string];
  const { position } = await office.do(publishConsultation, { consultationId, opensAt, closesAt });
  await office.as({ after: position }).ask(showConsultation, { consultationId });
  return consultationId;
}
