import { stream } from '@isegoria/kernel';

/** The life of a consultation: its phases, and what became of it. */
export const consultations = stream('consultation-<consultationId>', 'public');

/** The life of one activity in a phase. */
export const activities = stream('activity-<activityId>', 'public');

/** Everything that one person cast in one activity. The pseudonym is that of the person in the consultation. */
export const ballots = stream('ballot-<activityId>-<voter>', 'public');

/** The text of a draft law or a policy paper, version by version. */
export const papers = stream('document-<activityId>', 'public');

/** Everything that became of one statement. */
export const statements = stream('statement-<statementId>', 'public');

/** What an office answers to one thing: to an activity, or to what somebody said in one. */
export const officialAnswers = stream('official-answer-<aboutId>', 'public');

/** What an office does about the outcome of a consultation, step by step; everything that became of one step. */
export const milestones = stream('milestone-<milestoneId>', 'public');

/** What the samples of events name. */
export const sampleIds = {
  consultationId: 'c0450000-0000-4000-8000-000000000001',
  phaseId: 'f45e0000-0000-4000-8000-000000000001',
  activityId: 'ac710000-0000-4000-8000-000000000001',
  by: '0ff1ce00-0000-4000-8000-000000000001',
  statementId: '57a70000-0000-4000-8000-000000000001',
  milestoneId: '3e570000-0000-4000-8000-000000000001',
  voter: '000102030405060708090a0b0c0d0e0f',
};
