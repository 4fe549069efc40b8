import { randomUUID } from 'node:crypto';
import type { DomainEvent } from '@isegoria/contracts';

const office = randomUUID();
const day = 86_400_000;

/** A deliberation as the log has it: drafted, and published and open unless it is to stay a draft. */
export function deliberation(
  consultationId: string,
  { draft = false, moderation = 'before' }: { draft?: boolean; moderation?: 'before' | 'after' } = {},
): DomainEvent[] {
  const data = {
    consultationId,
    kind: 'deliberation',
    title: 'Bicycle lanes',
    description: 'Where?',
    language: 'en',
    by: office,
    externalId: null,
    moderation,
    poll: null,
  };
  const dates = { opensAt: new Date(Date.now() - day).toISOString(), closesAt: new Date(Date.now() + day).toISOString() };
  const drafted = { type: 'ConsultationDrafted', data };
  return draft ? [drafted] : [drafted, { type: 'ConsultationPublished', data: { consultationId, ...dates, by: office } }];
}

export function poll(consultationId: string): DomainEvent[] {
  const [drafted, published] = deliberation(consultationId);
  const options = [
    { id: '1', text: 'Yes' },
    { id: '2', text: 'No' },
  ];
  return [{ ...drafted!, data: { ...drafted!.data, kind: 'poll', moderation: null, poll: { multiple: false, options } } }, published!];
}

export function submitted(consultationId: string, statementId: string, text: object): DomainEvent {
  return {
    type: 'StatementSubmitted',
    data: { statementId, consultationId, author: 'a'.repeat(32), assurance: 'confirmed', text, externalId: null },
  };
}

export function accepted(consultationId: string, statementId: string): DomainEvent {
  return { type: 'StatementAccepted', data: { statementId, consultationId, by: office } };
}

export function rejected(consultationId: string, statementId: string): DomainEvent {
  return { type: 'StatementRejected', data: { statementId, consultationId, by: office, reason: 'Names a person' } };
}

export function voted(
  consultationId: string,
  statementId: string,
  voter: string = randomUUID().replaceAll('-', ''),
  choice = 'agree',
): DomainEvent {
  return { type: 'StatementVoteCast', data: { consultationId, statementId, voter, choice, assurance: 'confirmed' } };
}
