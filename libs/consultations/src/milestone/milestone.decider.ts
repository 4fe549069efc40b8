import { filesOf, type WithFiles } from '@isegoria/content';
import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { Rejection, permitted, type Actor } from '@isegoria/kernel';
import type { ActivityState } from '../activity/activity.decider';
import type { ConsultationState } from '../consultation/known-consultation.decider';
import type { StatementState } from '../methods/deliberation/statement/statement.decider';
import { instantOf } from '../phase/dates/dates-in-order';
import { isOver, mustBePublished } from '../phase/phase.decider';
import type { MilestoneData, MilestoneSet, MilestoneWords } from './milestone.contract';

export const milestoneStream = (milestoneId: string) => `milestone-${milestoneId}`;

type MilestoneState = MilestoneData & { readonly consultationId: string };

export type MilestoneCommand = MilestoneWords &
  WithFiles & {
    readonly consultationId: string;
    readonly milestoneId: string;
    /** What a change says; absent where it is planned. */
    readonly note?: string;
    readonly actor: Actor;
    readonly now: Date;
    readonly consultation: ConsultationState;
    /** What it follows, as it is known; undefined: there is none, or nothing is named. */
    readonly activity: ActivityState | undefined;
    readonly statement: StatementState | undefined;
  };

/**
 * What is done about an outcome is promised to everybody who took part, so that it changes in the open. Nothing is dropped that nobody
 * heard of; why it is dropped, the note of the change says.
 */
export const milestoneDecider: Decider<MilestoneState | undefined, MilestoneCommand, MilestoneSet> = {
  initialState: undefined,

  decide(command, state) {
    const { milestoneId, consultationId, actor, consultation, now } = command;
    const by = permitted(actor, 'consult', consultation.unit).accountId;
    const note = command.note ?? null;
    if (note !== null && state?.consultationId !== consultationId) throw new Rejection('NOT_FOUND');
    if (note === null && state) throw new Rejection('ALREADY_DONE');
    mustBeDecided(consultation, now);
    const set = dataOf(command);
    if (Date.parse(set.dueAt) < consultation.phases[0]!.opensAt!)
      throw new Rejection('VALIDATION_FAILED', { field: 'dueAt', params: { constraint: 'isLater' } });
    if (!state && set.status === 'dropped')
      throw new Rejection('VALIDATION_FAILED', { field: 'status', params: { constraint: 'doesNotFit' } });
    if (set.status === 'done' && !isShown(set)) throw new Rejection('EVIDENCE_MISSING', { field: 'evidence' });
    mustFollow(command, state);
    if (state && same(state, set)) return [];
    return [{ type: 'MilestoneSet', data: { milestoneId, consultationId, ...set, note, by } }];
  },

  evolve(state, event) {
    switch (event.type) {
      case 'MilestoneSet': {
        const { consultationId, title, text, responsible, dueAt, status, evidence = null, links, documents, follows } = event.data;
        return { consultationId, title, text, responsible, dueAt, status, evidence, links, documents, follows };
      }
      default:
        return unchangedBy(event.type, state);
    }
  },
};

function mustBeDecided(consultation: ConsultationState, now: Date): void {
  mustBePublished(consultation, now);
  if (!isOver(consultation, now)) throw new Rejection('CONSULTATION_NOT_CLOSED');
  if (!consultation.outcome) throw new Rejection('OUTCOME_MISSING');
}

function dataOf(command: MilestoneCommand): MilestoneData {
  const { title, text, responsible, dueAt, status, evidence, links = [], activityId, statementId, now } = command;
  return {
    title,
    text,
    responsible: responsible ?? null,
    dueAt: instantOf('dueAt', dueAt, now).toISOString(),
    status,
    evidence: evidence ?? null,
    links: links.map(({ address, words }) => ({ address, words })),
    documents: filesOf(command).documents,
    follows: activityId ? { activityId, statementId: statementId ?? null } : null,
  };
}

const keys = ['title', 'text', 'responsible', 'dueAt', 'status', 'evidence', 'links', 'documents', 'follows'] as const;

const same = (one: MilestoneData, other: MilestoneData): boolean =>
  keys.every((key) => JSON.stringify(one[key]) === JSON.stringify(other[key]));

/** Policy: nobody has to believe that something is done. */
const isShown = ({ evidence, links, documents }: MilestoneData): boolean => !!evidence || links.length > 0 || documents.length > 0;

/** Policy: what it follows is of its consultation, and can be read when it is named; what was withdrawn since does not hold up a change. */
function mustFollow({ consultationId, activityId, statementId, activity, statement }: MilestoneCommand, state: MilestoneState | undefined) {
  if ((activityId ?? null) !== null && activity?.consultationId !== consultationId)
    throw new Rejection('ACTIVITY_NOT_FOUND', { field: 'activityId' });
  if ((statementId ?? null) === null || statementId === state?.follows?.statementId) return;
  if (!activityId || statement?.activityId !== activityId || statement.status === 'rejected' || statement.status === 'withdrawn')
    throw new Rejection('STATEMENT_NOT_FOUND', { field: 'statementId' });
}
