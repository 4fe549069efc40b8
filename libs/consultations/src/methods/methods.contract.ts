import { allFieldsOf } from '@isegoria/kernel';
import {
  DeliberationBallot,
  DeliberationDraft,
  DeliberationResults,
  DeliberationSettingsView,
  deliberation,
  type DeliberationSettings,
} from './deliberation/deliberation.contract';
import { statementDecisionUndone } from './deliberation/moderation/undone-decision.contract';
import { statementVoteCast, type StatementVoteCast } from './deliberation/vote/statement-vote.contract';
import { statementEdited, statementWithdrawn } from './deliberation/own-statement/own-statement.contract';
import { statementAccepted, statementRejected, statementSubmitted } from './deliberation/statement/statement.contract';
import { SurveyBallot, answersGiven, responseSubmitted, type ResponseSubmitted } from './survey/response/response.contract';
import { testAnswersGiven } from './survey/test-run/test-run.contract';
import { SurveyResults } from './survey/results/survey-results.contract';
import { SurveyChannels } from './survey/channels/channel.contract';
import { linkedResponseSubmitted, surveyLinksIssued, surveyLinksRevoked } from './survey/links/survey-links.contract';
import { paperFormConfirmed, paperFormEntered, paperFormSentBack } from './survey/paper/entry/paper-entry.contract';
import { textDecidedOn } from './survey/written/written-text.contract';
import { SurveyDraft, SurveySettingsView, survey, type SurveySettings } from './survey/survey.contract';
import { DocumentDraft, document, documentWritten } from './document/document.contract';
import { documentRevised } from './document/revision/revision.contract';
import { HiddenResultsDraft, HiddenResultsView, type HiddenResultsSetting } from '../hidden-results/hidden-results.contract';
import type { MethodContract } from './method/method.contract';
import {
  MotionDraft,
  MotionResults,
  MotionSettingsView,
  motion,
  motionBallotCast,
  type MotionBallotCast,
  type MotionSettings,
} from './motion/motion.contract';
import { DrawnLotsView, OptionResults, OptionsBallot, OptionsDraft, OptionsView } from './choices/options/options.contract';
import {
  PollDraft,
  PollResults,
  PollSettingsView,
  poll,
  pollBallotCast,
  type PollBallotCast,
  type PollSettings,
} from './poll/poll.contract';
import {
  RankedVoteDraft,
  RankedVoteResults,
  RankedVoteSettingsView,
  rankedVote,
  rankingCast,
  type RankedVoteSettings,
  type RankingCast,
} from './ranked-vote/ranked-vote.contract';
import {
  ScoreVoteDraft,
  ScoreVoteResults,
  ScoreVoteSettingsView,
  scoreVote,
  scoresCast,
  type ScoreVoteSettings,
  type ScoresCast,
} from './score-vote/score-vote.contract';

/** The ways of taking part. */
export const methods = [deliberation, poll, rankedVote, scoreVote, motion, document, survey] as const;
type AnyMethod = (typeof methods)[number];

export type MethodName = AnyMethod['method'];
export const methodNames: readonly MethodName[] = methods.map(({ method }) => method);

/** What an office set in an activity, each method its own. */
export type MethodSettings = (VoteSettings | DeliberationSettings | SurveySettings) & HiddenResultsSetting;
/** The same, with what lots are drawn from once its consultation is published. */
export type PublishedSettings = MethodSettings & DrawnLotsView;
type VoteSettings = PollSettings | RankedVoteSettings | ScoreVoteSettings | MotionSettings;

/** What each method adds to the draft of an activity, to its view, to its results and to what a person cast in it. */
export class MethodDraft extends allFieldsOf(
  OptionsDraft,
  HiddenResultsDraft,
  DeliberationDraft,
  PollDraft,
  RankedVoteDraft,
  ScoreVoteDraft,
  MotionDraft,
  DocumentDraft,
  SurveyDraft,
) {}
export class MethodSettingsView extends allFieldsOf(
  OptionsView,
  DrawnLotsView,
  HiddenResultsView,
  DeliberationSettingsView,
  PollSettingsView,
  RankedVoteSettingsView,
  ScoreVoteSettingsView,
  MotionSettingsView,
  SurveySettingsView,
) {}
export class MethodResults extends allFieldsOf(
  OptionResults,
  DeliberationResults,
  PollResults,
  RankedVoteResults,
  ScoreVoteResults,
  MotionResults,
  SurveyResults,
  SurveyChannels,
) {}
export class MethodBallot extends allFieldsOf(OptionsBallot, DeliberationBallot, SurveyBallot) {}

/** The events that are each method's own. */
export const eventsOfMethods = [
  statementSubmitted,
  statementAccepted,
  statementRejected,
  statementDecisionUndone,
  statementEdited,
  statementWithdrawn,
  statementVoteCast,
  pollBallotCast,
  rankingCast,
  scoresCast,
  motionBallotCast,
  responseSubmitted,
  answersGiven,
  testAnswersGiven,
  paperFormEntered,
  paperFormSentBack,
  paperFormConfirmed,
  textDecidedOn,
  surveyLinksIssued,
  surveyLinksRevoked,
  linkedResponseSubmitted,
  documentWritten,
  documentRevised,
] as const;

/** What a person cast. */
export type CastEvent = StatementVoteCast | PollBallotCast | RankingCast | ScoresCast | MotionBallotCast | ResponseSubmitted;

/** Whether lots decide ties in this activity; never if the method is not known here. */
export function drawsLots({ method: name, settings }: { readonly method: string; readonly settings: object }): boolean {
  const contract: MethodContract | undefined = methods.find(({ method }) => method === name);
  return contract?.drawsLots?.(settings) ?? false;
}

/** What can be exported from an activity as one file. */
export type MethodExport = AnyMethod['exports'][number];
export const methodExports: readonly MethodExport[] = [...new Set(methods.flatMap((method): readonly MethodExport[] => method.exports))];

/** The files that can be exported from an activity by this method; none if the method is not known here. */
export function exportsOf(name: string): readonly MethodExport[] {
  return methods.find(({ method }) => method === name)?.exports ?? [];
}

const ofFiles = new Set(methods.flatMap((method: MethodContract) => method.exportsOfFiles ?? []));
/** Whether these are files of people, which come in one archive. */
export const holdsFiles = (contents: string): boolean => ofFiles.has(contents);
/** Who may take this out. */
export const exportNeeds = (contents: string): 'consult' | 'export' => (ofFiles.has(contents) ? 'consult' : 'export');
