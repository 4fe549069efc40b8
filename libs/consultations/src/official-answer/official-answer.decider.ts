import { filesOf, type Attached, type WithFiles } from '@isegoria/content';
import { unchangedBy, uuidFrom, type Decider } from '@isegoria/event-sourcing';
import { Rejection, permitted, type Actor } from '@isegoria/kernel';
import type { ActivityState } from '../activity/activity.decider';
import type { ConsultationState } from '../consultation/known-consultation.decider';
import { mayBeRead, type StatementState } from '../methods/deliberation/statement/statement.decider';
import { mustBePublished, phaseStatusAt, refuseFor } from '../phase/phase.decider';
import { whyNotOver } from '../phase/why-not';
import { saidIn, type PaperState } from '../methods/document/paper/paper.decider';
import { questionsOf } from '../methods/survey/questionnaire/questionnaire.pure';
import type {
  AnswerTheme,
  Answerable,
  GivenAtOnce,
  OfficialAnswerPublished,
  PublishOfficialAnswer,
  Stance,
} from './official-answer.contract';

/** The id of what has only a name in its activity: a paragraph of a document, a question of a survey, or a text in it. */
export const idOfNamed = (activityId: string, about: 'paragraph' | 'question' | 'text', name: string) =>
  uuidFrom(activityId, `${about} ${name}`);

export const officialAnswerStream = (aboutId: string) => `official-answer-${aboutId}`;

interface AnswerState {
  readonly stance: Stance;
  readonly text: string;
  readonly theme?: AnswerTheme;
  readonly documents: readonly Attached[];
  /** Of the event that says so. */
  readonly revision: number | undefined;
}

export type AnswerCommand = Omit<PublishOfficialAnswer, 'about' | 'question' | 'paragraph'> &
  WithFiles & {
    readonly about: Answerable;
    /** Of a paragraph of a document, a question of a survey, or a text of it. */
    readonly named?: string;
    /** Absent for an answer of its own. Of a group, what had no answer needs no note. */
    readonly group?: GivenAtOnce;
    readonly actor: Actor;
    readonly now: Date;
    readonly consultation: ConsultationState;
    readonly activity: ActivityState;
    /** What people said, as it is known; undefined: there is none, or the activity is answered. */
    readonly statement: StatementState | undefined;
    /** The text of a document, with all its versions. */
    readonly paper?: PaperState;
    /** Whether everybody may read the text that is answered. */
    readonly isListed?: boolean;
  };

/** One thing has one answer, so that nobody finds two; what changes of it changes in the open. */
export const officialAnswerDecider: Decider<AnswerState | undefined, AnswerCommand, OfficialAnswerPublished> = {
  initialState: undefined,

  decide(command, state) {
    const { activityId, about, aboutId, named, stance, text, actor, consultation, activity, group } = command;
    const by = permitted(actor, 'answer', consultation.unit).accountId;
    mustBeThere(command, state !== undefined);
    const note = group && !state ? null : (command.note ?? null);
    const isUnderIt = !group?.theme || isAlike(group.theme, state?.theme);
    const documents = filesOf(command).documents;
    const isSame = state?.stance === stance && state.text === text && isUnderIt && haveSame(documents, state.documents);
    if (isSame) return [];
    if (state && note === null) throw new Rejection('VALIDATION_FAILED', { field: 'note', params: { constraint: 'isMissing' } });
    if (!state && note !== null) throw new Rejection('VALIDATION_FAILED', { field: 'note', params: { constraint: 'doesNotFit' } });
    const { consultationId } = activity;
    const textVersion = about === 'paragraph' ? lastWith(command)! : undefined;
    const added = {
      ...(named !== undefined && { named }),
      ...(textVersion !== undefined && { textVersion }),
      ...(group && { group }),
      ...(documents.length > 0 && { documents }),
    };
    const data = { consultationId, activityId, about, aboutId, stance, text, note, by, ...added };
    return [{ type: 'OfficialAnswerPublished', data }];
  },

  recordedAt: (_, state) => state?.revision,

  evolve(state, event, revision) {
    switch (event.type) {
      case 'OfficialAnswerPublished':
        return {
          stance: event.data.stance,
          text: event.data.text,
          theme: event.data.group?.theme,
          documents: event.data.documents ?? [],
          revision,
        };
      default:
        return unchangedBy(event.type, state);
    }
  },
};

const isAlike = (one: AnswerTheme, other: AnswerTheme | undefined) => one.title === other?.title && one.summary === other.summary;

const haveSame = (some: readonly Attached[], others: readonly Attached[]) => JSON.stringify(some) === JSON.stringify(others);

/**
 * Policy: what people may still do in an activity is not judged as a whole; what one of them said may be, once everybody reads it. What
 * was answered to it may be corrected whatever became of it.
 */
function mustBeThere(command: AnswerCommand, isAnswered: boolean): void {
  const { about, aboutId, activityId, activity, consultation, statement } = command;
  mustBePublished(consultation, command.now);
  switch (about) {
    case 'activity':
      if (aboutId !== activityId) throw new Rejection('ACTIVITY_NOT_FOUND', { field: 'aboutId' });
      return mustBeOver(command);
    case 'paragraph':
      mustBeRead(command);
      return mustBeOver(command);
    case 'question':
      if (!hasQuestion(command)) throw new Rejection('NOT_FOUND', { field: 'question' });
      return mustBeOver(command);
    case 'text':
      if (!command.isListed && !isAnswered) throw new Rejection('NOT_FOUND', { field: 'aboutId' });
      return;
    case 'statement':
      if (statement?.activityId !== activityId || !(isAnswered || mayBeRead(statement, activity.settings)))
        throw new Rejection('STATEMENT_NOT_FOUND', { field: 'aboutId' });
  }
}

/** The newest version of the document that has the paragraph: what was left out since is answered as it stood last. */
function lastWith({ paper, named = '' }: AnswerCommand): number | undefined {
  const has = ({ blocks }: PaperState['versions'][number]) => blocks.some(({ id, kind }) => id === named && kind === 'paragraph');
  return paper?.versions.findLast(has)?.version;
}

/** @throws Rejection NOT_FOUND; TEXT_CHANGED where the paragraph says something else than was read */
function mustBeRead(command: AnswerCommand): void {
  const { paper, named = '', textVersion } = command;
  const last = lastWith(command);
  if (!paper || last === undefined) throw new Rejection('NOT_FOUND', { field: 'paragraph' });
  if (textVersion === undefined) return;
  if (textVersion > paper.version)
    throw new Rejection('VALIDATION_FAILED', { field: 'textVersion', params: { constraint: 'isNotInText' } });
  if (saidIn(paper, Math.min(textVersion, last), named) !== saidIn(paper, last, named)) throw new Rejection('TEXT_CHANGED');
}

function mustBeOver({ activity, consultation, now }: AnswerCommand): void {
  const phase = consultation.phases.find(({ phaseId }) => phaseId === activity.phaseId);
  refuseFor(whyNotOver(phase && phaseStatusAt(phase, consultation, now)));
}

function hasQuestion({ activity: { settings }, named }: AnswerCommand): boolean {
  return 'questionnaire' in settings && questionsOf(settings.questionnaire).some(({ id }) => id === named);
}
