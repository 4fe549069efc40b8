import { ApiClient, allPages } from '@isegoria/api-client';
import {
  addressOf,
  castStatementVote,
  draftConsultation,
  listStatements,
  publishConsultation,
  registerAccount,
  showConsultation,
  showResults,
  voteChoices,
  type DraftPhase,
  type ParsedRoute,
} from '@isegoria/contracts';
import type { Figure } from '../figure';
import { load, warmUp, type LoadRequest } from '../load';

const voters = 200;
const statementCount = 200;

export interface Voting {
  readonly consultationId: string;
  readonly activityId: string;
  readonly statementIds: readonly string[];
  /** A session for each voter. */
  readonly tokens: readonly string[];
}

/** Makes accounts with sessions, as citizens do, and an open deliberation with many statements. */
export async function prepareVoting(office: ApiClient, origin: string): Promise<Voting> {
  const statements = Array.from({ length: statementCount }, (_, index) => `Statement ${index + 1}`);
  const phases: DraftPhase[] = [{ activities: [{ method: 'deliberation', statements }] }];
  const words = { title: 'Load', description: 'Load', language: 'en' } as const;
  const { id: consultationId } = await office.do(draftConsultation, { ...words, phases });
  const dates = { opensAt: new Date().toISOString(), closesAt: new Date(Date.now() + 86_400_000).toISOString() };
  const { position } = await office.do(publishConsultation, { consultationId, phases: [dates] });
  const reader = office.as({ after: position });
  const { activities } = await reader.ask(showConsultation, { consultationId });
  const activityId = activities[0]!.id;
  const toVote = await allPages((cursor) => reader.ask(listStatements, { activityId, cursor }));
  return { consultationId, activityId, statementIds: toVote.map(({ id }) => id), tokens: await sessionsOf(origin, voters) };
}

/** Sessions of so many new accounts. */
export async function sessionsOf(origin: string, count: number): Promise<string[]> {
  const tokens: string[] = [];
  for (let from = 0; from < count; from += 8) {
    tokens.push(...(await Promise.all(Array.from({ length: 8 }, (_, index) => sessionOf(origin, from + index)))));
  }
  return tokens.slice(0, count);
}

async function sessionOf(origin: string, voter: number): Promise<string> {
  const credentials = { email: `voter-${voter}@example.org`, password: 'a long password' };
  const visitor = new ApiClient(origin);
  return (await visitor.do(registerAccount, { ...credentials, name: 'Voter', language: 'en' })).token;
}

/** Votes through the public API on one origin, acknowledged when durable; 64 connections; each a first vote until all are cast. */
export async function votes(origin: string, voting: Voting, seconds: number): Promise<Figure> {
  let count = 0;
  const next = (): LoadRequest => {
    const round = Math.floor(count / (voters * statementCount));
    const voter = count % voters;
    const statement = Math.floor(count / voters) % statementCount;
    count++;
    return {
      method: 'PUT',
      path: pathOf(castStatementVote, { activityId: voting.activityId, statementId: voting.statementIds[statement] }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${voting.tokens[voter]}` },
      body: JSON.stringify({ choice: voteChoices[(voter + statement + round) % voteChoices.length] }),
    };
  };
  await load(origin, warmUp(seconds), next);
  const { perSecond, refused, p99 } = await load(origin, seconds, next);
  if (refused > 0) throw new Error(`${refused} votes were refused during the load.`);
  return { name: `votes through the public API (99th percentile ${Math.round(p99)} ms)`, value: perSecond, unit: 'votes/s' };
}

/** Reads of the results of one consultation. */
export async function dashboards(origin: string, { consultationId }: Voting, seconds: number): Promise<Figure> {
  const next = (): LoadRequest => ({ method: 'GET', path: pathOf(showResults, { consultationId }) });
  const { perSecond, refused } = await load(origin, seconds, next);
  if (refused > 0) throw new Error(`${refused} reads were refused during the load.`);
  return { name: 'dashboard (results of 200 statements)', value: perSecond, unit: 'requests/s' };
}

function pathOf({ route }: { readonly route?: ParsedRoute }, named: Readonly<Record<string, string | undefined>>): string {
  return `/api/v1${addressOf(route!, named)}`;
}
