import { acceptStatement, rejectStatement, undoStatementDecision } from '@isegoria/consultations';
import type { ModeratorsDecision } from '@isegoria/content';
import type { CommandContract } from '@isegoria/kernel';
import { hideComment, restoreComment } from '../../comment/hiding/hiding.contract';
import { hideQuestion, restoreQuestion } from '../../question/hiding/hiding.contract';
import { decideReport } from '../../report/decision/decision.contract';
import type { ReportedKind } from '../../report/report.contract';
import type { DeskKind } from '../desk.contract';

/** What a moderator can do with what is chosen: let it stand or show it again, or hide it. */
export const deskActs = ['keep', 'hide'] as const;
export type DeskAct = (typeof deskActs)[number];

/** One thing that was chosen, as its checkbox says it. */
export interface Chosen {
  readonly kind: DeskKind;
  readonly id: string;
  readonly item: ReportedKind;
  readonly itemId: string;
  /** On which the decision is based; 0 for whichever. */
  readonly version: number;
}

/** One command that carries a decision out. */
export interface Step {
  readonly contract: CommandContract<object, object>;
  readonly command: object;
  /** On which it is based; absent where the decision before was one's own. */
  readonly version?: number;
  /** Whether it is well if it was done before. */
  readonly isDoneAnyway?: true;
}

export const chosenValue = ({ kind, id, item, itemId, version }: Chosen): string => [kind, id, item, itemId, version].join(' ');

/** Undefined for what no checkbox of ours says. */
export function chosenIn(value: string): Chosen | undefined {
  const [, kind, id, item, itemId, version] =
    /^(statement|comment|question|report|appeal) ([0-9a-f-]{36}) (statement|comment|question) ([0-9a-f-]{36}) (\d{1,15})$/.exec(value) ??
    [];
  if (kind === undefined) return undefined;
  return { kind: kind as DeskKind, id: id!, item: item as ReportedKind, itemId: itemId!, version: Number(version) };
}

/** A report is upheld once what it is about is hidden. Appeals are decided one by one, on a page of their own. */
export function stepsOf(chosen: Chosen, act: DeskAct, decision: ModeratorsDecision): Step[] {
  const { kind, id, version } = chosen;
  if (kind !== 'report') return [{ ...stepOn(chosen, act, decision), ...(version > 0 && { version }) }];
  const decide: Step = { contract: decideReport, command: { ...decision, reportId: id, upheld: act === 'hide' } };
  return act === 'hide' ? [{ ...stepOn(chosen, act, decision), isDoneAnyway: true }, decide] : [decide];
}

/** Whether a decision can be taken back. What was shown again is hidden with a reason only, and a report stays decided. */
export const isUndoable = ({ kind }: Chosen, act: DeskAct): boolean => act === 'hide' || kind === 'statement';

/** What takes a decision back: a statement stands as it did before; what was hidden is shown again. */
export function undoing(chosen: Pick<Chosen, 'item' | 'itemId'>, decision: ModeratorsDecision): Step {
  const { item, itemId } = chosen;
  return item === 'statement' ? { contract: undoStatementDecision, command: { statementId: itemId } } : stepOn(chosen, 'keep', decision);
}

export function stepOn({ item, itemId }: Pick<Chosen, 'item' | 'itemId'>, act: DeskAct, decision: ModeratorsDecision): Step {
  if (item === 'comment') return { contract: act === 'hide' ? hideComment : restoreComment, command: { ...decision, commentId: itemId } };
  if (item === 'question')
    return { contract: act === 'hide' ? hideQuestion : restoreQuestion, command: { ...decision, questionId: itemId } };
  return act === 'hide'
    ? { contract: rejectStatement, command: { ...decision, statementId: itemId } }
    : { contract: acceptStatement, command: { statementId: itemId } };
}
