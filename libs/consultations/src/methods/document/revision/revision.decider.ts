import type { Decider } from '@isegoria/event-sourcing';
import { Rejection, forEachEntry, permitted, type Actor } from '@isegoria/kernel';
import type { ActivityState } from '../../../activity/activity.decider';
import type { ConsultationState } from '../../../consultation/known-consultation.decider';
import { mustBePublished } from '../../../phase/phase.decider';
import { mustStayAsChecked, type Reviewable } from '../../../review/review.decider';
import { mayBeRead, type StatementState } from '../../deliberation/statement/statement.decider';
import { document as contract, type DocumentEvent } from '../document.contract';
import { carryThrough, notCarriedYet } from '../carrying/carried';
import { inParts, written } from '../document.decider';
import type { PaperBlock } from '../paper/block.contract';
import { paper, type PaperState } from '../paper/paper.decider';
import { named } from '../paper/versions';
import type { ReviseDocument } from './revision.contract';

export type Revise = ReviseDocument &
  Reviewable & {
    readonly now: Date;
    readonly actor: Actor;
    readonly activity: ActivityState;
    readonly consultation: ConsultationState;
    /** The annotations that it follows, as they are known. */
    readonly statements: ReadonlyMap<string, StatementState | undefined>;
  };

/** What a ministry put up for discussion it changes in the open: before, beside and after what people say about it. */
export const revisionDecider: Decider<PaperState | undefined, Revise, DocumentEvent> = {
  ...paper,

  decide(command, state) {
    const { activityId, document, reason, actor, activity, consultation, now } = command;
    const by = permitted(actor, 'consult', consultation.unit).accountId;
    if (activity.method !== contract.method || !state) throw new Rejection('WRONG_METHOD');
    mustBePublished(consultation, now);
    const { blocks } = named(written(document), state);
    if (isSame(blocks, state.blocks))
      throw new Rejection('VALIDATION_FAILED', { field: 'document', params: { constraint: 'isUnchanged' } });
    mustStayAsChecked(consultation, command, now);
    const about = { activityId, consultationId: activity.consultationId, version: state.version + 1, by };
    const { by: _, ...place } = about;
    const follows = followed(command, state, blocks);
    return [...inParts(about, blocks), { type: 'DocumentRevised', data: { ...place, reason, follows, carriedBy: 'sentence', by } }];
  },
};

const isSame = (blocks: readonly PaperBlock[], before: readonly PaperBlock[]) =>
  blocks.length === before.length && blocks.every((block, index) => keyOf(block) === keyOf(before[index]!));
const keyOf = ({ id, kind, level, text }: PaperBlock) => `${id} ${kind} ${level} ${text}`;

/** Policy: a change follows what everybody may read, on a paragraph that is no longer as it was. */
function followed(command: Revise, { blocks: before, versions }: PaperState, blocks: readonly PaperBlock[]) {
  const { activityId, activity, statements, follows = [] } = command;
  const now = new Map(blocks.map(({ id, text }) => [id, text]));
  const changed = new Set(before.filter(({ id, text }) => now.get(id) !== text).map(({ id }) => id));
  const carried = carryThrough(versions);
  return forEachEntry('follows', follows, (statementId, field) => {
    const statement = statements.get(statementId);
    if (!statement?.at || statement.activityId !== activityId || !mayBeRead(statement, activity.settings))
      throw new Rejection('STATEMENT_NOT_FOUND', { field });
    const { paragraph } = carried(notCarriedYet(statement.at));
    if (!changed.has(paragraph)) throw new Rejection('VALIDATION_FAILED', { field, params: { constraint: 'isOnUnchanged' } });
    return { paragraph, statementId };
  });
}
