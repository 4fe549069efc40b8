import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import type { Language } from '@isegoria/texts';
import type { ConsultationEvent } from '../events.contract';
import type { DraftFields, Method } from '../methods/method.decider';
import { settingsIn, type ConsultationKind, type MethodSettings } from '../methods/methods.contract';
import { methods } from '../methods/methods.decider';

export const consultationStream = (consultationId: string) => `consultation-${consultationId}`;

/** What the rules need to know of a consultation. Dates are milliseconds since 1970, null until it is published. */
export interface ConsultationState {
  readonly kind: ConsultationKind;
  readonly externalId: string | null;
  readonly settings: MethodSettings;
  readonly opensAt: number | null;
  readonly closesAt: number | null;
  /** Whether the opening is recorded. */
  readonly opened: boolean;
  /** Whether the closing is recorded, by date or early. */
  readonly closed: boolean;
  readonly outcome: { readonly youSaid: string; readonly weDid: string } | null;
}

interface About {
  readonly consultationId: string;
}
interface ByOfficial extends About {
  readonly by: string;
  readonly now: Date;
}
export interface Draft extends About, DraftFields {
  readonly type: 'DraftConsultation';
  readonly by: string;
  readonly kind: ConsultationKind;
  readonly title: string;
  readonly description: string;
  readonly language: Language;
}
export type ConsultationCommand =
  | Draft
  | (ByOfficial & { readonly type: 'PublishConsultation'; readonly opensAt: string; readonly closesAt: string })
  | (ByOfficial & { readonly type: 'CloseConsultation'; readonly reason: string })
  | (ByOfficial & { readonly type: 'PublishOutcome'; readonly youSaid: string; readonly weDid: string })
  /** Records what the dates have brought about. */
  | (About & { readonly type: 'FollowDates'; readonly now: Date });

type Phase = 'draft' | 'scheduled' | 'open' | 'closed';

/** Where a consultation stands by its dates and early closure; what is recorded may be a second behind. */
export function phaseAt({ opensAt, closesAt, closed }: ConsultationState, now: Date): Phase {
  if (opensAt === null || closesAt === null) return 'draft';
  if (closed || now.getTime() >= closesAt) return 'closed';
  return now.getTime() >= opensAt ? 'open' : 'scheduled';
}

/** Policy: only open consultations accept contributions. @throws Rejection CONSULTATION_NOT_OPEN or CONSULTATION_CLOSED */
export function onlyOpenConsultationsAcceptContributions(consultation: ConsultationState, now: Date): void {
  const phase = phaseAt(consultation, now);
  if (phase === 'closed') throw new Rejection('CONSULTATION_CLOSED');
  if (phase !== 'open') throw new Rejection('CONSULTATION_NOT_OPEN');
}

export type ConsultationDecider = Decider<ConsultationState | undefined, ConsultationCommand, ConsultationEvent>;

/** The rules of a consultation's life, whatever the ways of taking part. */
export const consultationDeciderOf = (methods: readonly Method[]): ConsultationDecider => ({
  initialState: undefined,

  decide(command, state) {
    if (command.type === 'DraftConsultation') return draft(command, state, methods);
    if (!state) throw new Rejection('CONSULTATION_NOT_FOUND');
    const due = dueByDate(command.consultationId, state, command.now);
    switch (command.type) {
      case 'PublishConsultation':
        return publish(command, state);
      case 'CloseConsultation':
        return [...due, ...closeEarly(command, state)];
      case 'PublishOutcome':
        return publishOutcome(command, state, due);
      case 'FollowDates':
        return due;
    }
  },

  evolve(state, event) {
    if (event.type === 'ConsultationDrafted') {
      const { kind, externalId } = event.data;
      const settings = settingsIn(event.data, contractsOf(methods));
      return { kind, externalId, settings, opensAt: null, closesAt: null, opened: false, closed: false, outcome: null };
    }
    if (!state) return state;
    switch (event.type) {
      case 'ConsultationPublished':
        return { ...state, opensAt: Date.parse(event.data.opensAt), closesAt: Date.parse(event.data.closesAt) };
      case 'ConsultationOpened':
        return { ...state, opened: true };
      case 'ConsultationClosed':
        return { ...state, closed: true };
      case 'OutcomePublished':
        return { ...state, outcome: { youSaid: event.data.youSaid, weDid: event.data.weDid } };
      default:
        return unchangedBy(event, state);
    }
  },
});

export const consultationDecider = consultationDeciderOf(methods);

const contractsOf = (methods: readonly Method[]) => methods.map(({ contract }) => contract);

function draft(command: Draft, state: ConsultationState | undefined, methods: readonly Method[]): ConsultationEvent[] {
  const { consultationId, kind, title, description, language, by } = command;
  const externalId = command.externalId ?? null;
  if (state) {
    if (externalId !== null && state.externalId === externalId) return [];
    throw new Rejection('ALREADY_DONE');
  }
  const method = methods.find(({ contract }) => contract.kind === kind);
  if (!method) throw new Rejection('VALIDATION_FAILED', { field: 'kind', params: { constraint: 'isIn' } });
  const misplaced = methods
    .filter((other) => other !== method)
    .flatMap(({ draftFields }) => draftFields)
    .find((field) => (command[field as keyof Draft] ?? null) !== null);
  if (misplaced) throw new Rejection('VALIDATION_FAILED', { field: misplaced, params: { constraint: 'other' } });
  const settings = settingsIn(method.settings(command), contractsOf(methods));
  return [{ type: 'ConsultationDrafted', data: { consultationId, kind, title, description, language, by, externalId, ...settings } }];
}

function publish(command: ConsultationCommand & { type: 'PublishConsultation' }, state: ConsultationState): ConsultationEvent[] {
  const { consultationId, by, now } = command;
  const phase = phaseAt(state, now);
  if (state.opened || phase === 'open' || phase === 'closed') throw new Rejection('ALREADY_DONE');
  const opens = instantOf('opensAt', command.opensAt);
  const closes = instantOf('closesAt', command.closesAt);
  if (closes <= opens || closes <= now) throw new Rejection('DATES_IN_WRONG_ORDER', { field: 'closesAt' });
  if (state.opensAt === opens.getTime() && state.closesAt === closes.getTime()) return [];
  const published: ConsultationEvent = {
    type: 'ConsultationPublished',
    data: { consultationId, opensAt: opens.toISOString(), closesAt: closes.toISOString(), by },
  };
  return opens <= now ? [published, { type: 'ConsultationOpened', data: { consultationId } }] : [published];
}

/** An ISO 8601 date and time; UTC where it names no offset. Years have four digits, as every reader of the log can hold them. */
function instantOf(field: 'opensAt' | 'closesAt', text: string): Date {
  const namesOffset = !text.includes('T') || /(Z|[+-]\d\d(:?\d\d)?)$/i.test(text);
  const instant = new Date(namesOffset ? text : `${text}Z`);
  const year = instant.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new Rejection('VALIDATION_FAILED', { field, params: { constraint: 'isIso8601' } });
  return instant;
}

function closeEarly(command: ConsultationCommand & { type: 'CloseConsultation' }, state: ConsultationState): ConsultationEvent[] {
  const { consultationId, by, reason, now } = command;
  const phase = phaseAt(state, now);
  if (phase === 'closed') throw new Rejection('ALREADY_DONE');
  if (phase !== 'open') throw new Rejection('CONSULTATION_NOT_OPEN');
  return [{ type: 'ConsultationClosed', data: { consultationId, by, reason } }];
}

function publishOutcome(
  command: ConsultationCommand & { type: 'PublishOutcome' },
  state: ConsultationState,
  due: readonly ConsultationEvent[],
): readonly ConsultationEvent[] {
  const { consultationId, youSaid, weDid, by, now } = command;
  if (phaseAt(state, now) !== 'closed') throw new Rejection('CONSULTATION_NOT_CLOSED');
  if (state.outcome?.youSaid === youSaid && state.outcome.weDid === weDid) return due;
  return [...due, { type: 'OutcomePublished', data: { consultationId, youSaid, weDid, by } }];
}

/** What the dates have brought about and is not recorded yet, in order. */
function dueByDate(consultationId: string, state: ConsultationState, now: Date): ConsultationEvent[] {
  const phase = phaseAt(state, now);
  const due: ConsultationEvent[] = [];
  if (!state.opened && !state.closed && (phase === 'open' || phase === 'closed'))
    due.push({ type: 'ConsultationOpened', data: { consultationId } });
  if (!state.closed && phase === 'closed') due.push({ type: 'ConsultationClosed', data: { consultationId, by: null, reason: null } });
  return due;
}
