import { createHash } from 'node:crypto';
import { allPages, unless, type ApiClient } from '@isegoria/api-client';
import {
  castPollBallot,
  castStatementVote,
  listStatements,
  type ConsultationView,
  type MotionVote,
  type StatementView,
  type VoteChoice,
} from '@isegoria/contracts';
import { firstCurrent } from './demo-content';

export const citizens = 60;

/** What is left to say when the seeding is taken up again, after the consultation has closed, stays unsaid. */
export const unlessOver = unless('CONSULTATION_CLOSED');

/** @param method of the activity whose statements are meant; the first one when absent */
export async function statementsOf(office: ApiClient, { activities }: ConsultationView, method?: string): Promise<StatementView[]> {
  const activity = activities.find((one) => one.method === method) ?? activities[0]!;
  return allPages((cursor) => office.ask(listStatements, { activityId: activity.id, cursor }));
}

/** What somebody may agree with, and how likely each current of opinion is to do so. */
export interface DemoStatement {
  readonly text: string;
  readonly agrees: readonly number[];
}

/** @param current of opinion, of those that the statements know */
export async function castVotes(
  office: ApiClient,
  { activities }: ConsultationView,
  statements: readonly StatementView[],
  accountId: string,
  person: number,
  { known, current }: { readonly known: readonly DemoStatement[]; readonly current: number },
): Promise<void> {
  const activityId = activities[0]!.id;
  for (const [index, { agrees, text }] of known.entries()) {
    const statementId = statements.find((statement) => statement.text === text)?.id;
    if (!statementId || chance(`skip ${person} ${index}`) < 0.2) continue;
    const choice = choiceOf(agrees[current]!, `vote ${person} ${index}`);
    const voice = voiceOf(accountId, `vote ${statementId}`, person);
    await office.do(castStatementVote, { activityId, statementId, choice }, voice).catch(unlessOver);
  }
}

/** People of both currents come one after the other, as they would: the map takes them in the order of the log. */
export const currentOf = (person: number): number => ((person * 0.618) % 1 < firstCurrent ? 0 : 1);

function choiceOf(agrees: number, name: string): VoteChoice {
  const drawn = chance(name);
  return drawn < agrees ? 'agree' : drawn < agrees + (1 - agrees) * 0.7 ? 'disagree' : 'pass';
}

export async function castBallot(
  office: ApiClient,
  { activities }: ConsultationView,
  weights: readonly number[],
  accountId: string,
  person: number,
): Promise<void> {
  const activityId = activities[0]!.id;
  let left = chance(`ballot ${weights.join()} ${person}`);
  const option = weights.findIndex((weight) => (left -= weight) < 0);
  const options = [String(Math.max(option, 0) + 1)];
  await office.do(castPollBallot, { activityId, options }, voiceOf(accountId, `ballot ${activityId}`, person)).catch(unlessOver);
}

export function voiceOf(accountId: string, what: string, person: number) {
  const originalTime = new Date(Date.now() - (citizens - person) * 60_000).toISOString();
  return { idempotencyKey: `demo ${what} ${accountId}`, onBehalfOf: { accountId, originalTime } };
}

/** A number from 0 to 1 that is always the same for the same name, so that every demo is alike. */
export function chance(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE() / 2 ** 32;
}

/** @returns one of these answers, each given as often as it says in a hundred */
export function answersOf<G extends { readonly often: number; readonly answers: object }>(given: readonly G[], name: string): G['answers'] {
  let left = chance(name) * 100;
  return (given.find(({ often }) => (left -= often) < 0) ?? given[0]!).answers;
}

/** The options by a weight of their own and a lot; three of four people rank them all. */
export function rankingOf(weights: readonly number[], name: string): string[] {
  const liked = weights.map((weight, index) => ({ id: String(index + 1), liking: weight + chance(`${name} ${index}`) }));
  const ranked = liked.sort((a, b) => b.liking - a.liking).map(({ id }) => id);
  return chance(`${name} length`) < 0.75 ? ranked : ranked.slice(0, 2);
}

/** @param shares of yes and of no; the others abstain */
export function voteOf([yes, no]: readonly [number, number], name: string): MotionVote {
  const drawn = chance(name);
  return drawn < yes ? 'yes' : drawn < yes + no ? 'no' : 'abstain';
}
