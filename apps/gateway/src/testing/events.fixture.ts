import { randomUUID } from 'node:crypto';
import { rootUnit, type DomainEvent, type MethodSettings } from '@isegoria/contracts';

const office = randomUUID();
const day = 86_400_000;

/** An activity, named as events name it. */
export interface Place {
  readonly consultationId: string;
  readonly activityId: string;
}
export const aPlace = (): Place => ({ consultationId: randomUUID(), activityId: randomUUID() });

interface How {
  readonly draft?: boolean;
  readonly unit?: string;
}

/** A consultation with one phase and one activity as the log has it: drafted, and published and open unless it is to stay a draft. */
function consultation(
  { consultationId, activityId }: Place,
  activity: { readonly method: string; readonly settings: MethodSettings },
  { draft = false, unit = rootUnit }: How,
): DomainEvent[] {
  const phaseId = randomUUID();
  const words = { title: 'Bicycle lanes', description: 'Where?', language: 'en', countsFrom: 'email', by: office, externalId: null };
  const dates = { opensAt: new Date(Date.now() - day).toISOString(), closesAt: new Date(Date.now() + day).toISOString() };
  const drafted: DomainEvent[] = [
    { type: 'ConsultationDrafted', data: { consultationId, unit, ...words, phases: [{ phaseId, title: null }] } },
    { type: 'ActivityDrafted', data: { activityId, consultationId, phaseId, ...activity, title: null, by: office } },
  ];
  const published = { type: 'ConsultationPublished', data: { consultationId, phases: [{ phaseId, ...dates }], by: office } };
  return draft ? drafted : [...drafted, published];
}

export function deliberation(
  place: Place,
  { moderation = 'before', ...how }: How & { moderation?: 'before' | 'after' } = {},
): DomainEvent[] {
  return consultation(place, { method: 'deliberation', settings: { moderation } }, how);
}

export function poll(place: Place, how: How = {}): DomainEvent[] {
  const options = [
    { id: '1', text: 'Yes' },
    { id: '2', text: 'No' },
  ];
  return consultation(place, { method: 'poll', settings: { multiple: false, options } }, how);
}

export function submitted(place: Place, statementId: string, text: object): DomainEvent {
  return {
    type: 'StatementSubmitted',
    data: { statementId, ...place, author: 'a'.repeat(32), assurance: 'email', text, externalId: null },
  };
}

export function accepted(place: Place, statementId: string): DomainEvent {
  return { type: 'StatementAccepted', data: { statementId, ...place, by: office } };
}

export function rejected(place: Place, statementId: string): DomainEvent {
  return { type: 'StatementRejected', data: { statementId, ...place, by: office, reason: 'Names a person' } };
}

export function voted(place: Place, statementId: string, voter: string = randomUUID().replaceAll('-', ''), choice = 'agree'): DomainEvent {
  return { type: 'StatementVoteCast', data: { ...place, statementId, voter, choice, assurance: 'email' } };
}
