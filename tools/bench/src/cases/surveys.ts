import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { ApiClient } from '@isegoria/api-client';
import { consultationResults } from '@isegoria/consultations/read-models';
import {
  addressOf,
  castPollBallot,
  draftConsultation,
  publishConsultation,
  showConsultation,
  submitResponse,
  type DraftActivity,
  type ParsedRoute,
} from '@isegoria/contracts';
import type { SubjectKeys } from '@isegoria/privacy';
import { rowsOfVersion } from '@isegoria/projection';
import { readModelGroups, readModels } from '@isegoria/read-models';
import { startPlatform } from '@isegoria/testing';
import { beside, towards, type Figure } from '../figure';
import { load, sized, warmUp, type LoadRequest } from '../load';
import { sessionsOf } from './public-api';
import { startEmbeddedDatabase } from './reference-database';
import type { Exported } from './survey-export';
import { fillSurvey, questionCount, questionnaire, surveySize, type SurveyRows, type SurveySize } from './survey-rows';

type Say = (sentence: string) => void;

/** Surveys: responses beside votes through the same public API, results of many responses beside one row, and an export. */
export async function measureSurveys(seconds: number, say: Say): Promise<Figure[]> {
  return [...(await measureResponses(seconds, say)), ...(await measureRows(surveySize(seconds), say))];
}

const voters = 100;
/** In each of which each voter responds once: whoever responds again says upon what, which a load cannot know. */
const surveysAtMost = 120;

async function measureResponses(seconds: number, say: Say): Promise<Figure[]> {
  process.env['RATE_LIMIT_FACTOR'] = '100000';
  say('starting the platform ...');
  const platform = await startPlatform();
  try {
    const office = await new ApiClient(platform.origin).signIn(platform.operator.email, platform.operator.password);
    const poll = await opened(office, { method: 'poll', options: ['Yes', 'No'], multiple: false });
    const responsesTo: string[] = [];
    for (let left = sized(surveysAtMost, seconds); left > 0; left -= 1) {
      const { activityId } = await opened(office, { method: 'survey', questionnaire });
      responsesTo.push(pathOf(submitResponse, { activityId }));
    }
    const tokens = await sessionsOf(platform.origin, voters);
    say('votes on one question ...');
    const toVote = pathOf(castPollBallot, { activityId: poll.activityId });
    const cast = await rateOf(platform.origin, seconds, tokens, (turn) => [toVote, { options: [poll.options[turn % 2]!] }]);
    say(`responses of ${questionCount} answers ...`);
    const responded = await rateOf(platform.origin, seconds, tokens, (turn) => {
      const toRespond = responsesTo[turn];
      if (toRespond === undefined) throw new Error('This machine is faster than the load is long: more surveys are needed.');
      const { questions } = questionnaire.sections[0]!;
      return [toRespond, { answers: Object.fromEntries(questions.map(({ id }, at) => [id, `o${((turn + at) % 5) + 1}`])) }];
    });
    const vote = { name: 'votes on one question through the public API', value: cast, unit: 'votes/s' };
    const response = { name: `responses of ${questionCount} answers through the public API`, value: responded, unit: 'responses/s' };
    return [vote, beside(response, vote, 0.6)];
  } finally {
    await platform.stop();
    rmSync(platform.folder, { recursive: true, force: true });
  }
}

async function opened(office: ApiClient, activity: DraftActivity) {
  const words = { title: 'Load', description: 'Load', language: 'en' } as const;
  const { id: consultationId } = await office.do(draftConsultation, { ...words, phases: [{ activities: [activity] }] });
  const dates = { opensAt: new Date().toISOString(), closesAt: new Date(Date.now() + 86_400_000).toISOString() };
  const { position } = await office.do(publishConsultation, { consultationId, phases: [dates] });
  const { activities } = await office.as({ after: position }).ask(showConsultation, { consultationId });
  return { activityId: activities[0]!.id, options: (activities[0]!.settings.options ?? []).map(({ id }) => id) };
}

/** Each voter in turn says something. @param say where and what, turn by turn @returns how many are acknowledged a second */
async function rateOf(origin: string, seconds: number, tokens: readonly string[], say: (turn: number) => readonly [string, object]) {
  let count = 0;
  const next = (): LoadRequest => {
    const voter = count++;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokens[voter % tokens.length]}` };
    const [path, said] = say(Math.floor(voter / tokens.length));
    return { method: 'PUT', path, headers, body: JSON.stringify(said) };
  };
  await load(origin, warmUp(seconds), next);
  const { perSecond, refused } = await load(origin, seconds, next);
  if (refused > 0) throw new Error(`${refused} requests were refused during the load.`);
  return perSecond;
}

async function measureRows(size: SurveySize, say: Say): Promise<Figure[]> {
  say(`filling rows with ${size.responses.toLocaleString('en')} responses ...`);
  const database = await startEmbeddedDatabase();
  const dataSource = await new DataSource({ type: 'postgres', url: database.url, poolSize: 4, ...readModels }).initialize();
  try {
    for (const group of readModelGroups) await rowsOfVersion(dataSource, group);
    const survey = await fillSurvey(dataSource, size);
    say('results ...');
    const one = await medianOf(() => dataSource.transaction('REPEATABLE READ', (rows) => rows.query('SELECT 1')));
    const results = await medianOf(async () => {
      const found = await consultationResults(dataSource, undefined as unknown as SubjectKeys, survey.consultationId);
      if (found?.activities[0]?.answers.length !== questionCount) throw new Error('The survey has no results.');
    });
    const of = `${questionCount} questions, ${size.responses.toLocaleString('en')} responses`;
    say(`an export of ${(size.exported * questionCount).toLocaleString('en')} answers ...`);
    const { rows, milliseconds, megabytes } = await exportIn(database.url, survey);
    if (rows !== size.exported * questionCount) throw new Error(`${rows} answers were exported.`);
    const answers = `${rows.toLocaleString('en')} answers`;
    return [
      { name: 'one row of the database in a transaction', value: one, unit: 'ms' },
      towards({ name: `results of ${of}`, value: results, unit: 'ms' }, 20, true),
      { name: `export of ${answers}`, value: rows / (milliseconds / 1_000), unit: 'answers/s' },
      // Never quite nothing, so that it can be divided by.
      towards({ name: `memory above idle, export of ${answers}, in ${heap} MB of heap`, value: Math.max(0.1, megabytes), unit: 'MB' }, 64, true),
    ];
  } finally {
    await dataSource.destroy();
    await database.stop();
  }
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 25; run++) {
    const began = performance.now();
    await work();
    // What is not compiled yet is not measured.
    if (run >= 4) times.push(performance.now() - began);
  }
  return times.sort((one, other) => one - other)[Math.floor(times.length / 2)]!;
}

/**
 * Megabytes of heap for a process that needs some 60 before it begins: where there is room for more, garbage is collected so late that what
 * is needed cannot be told from what is left lying.
 */
const heap = 120;

async function exportIn(url: string, survey: SurveyRows): Promise<Exported> {
  const env = { ...process.env, BENCH_PART: 'export', DATABASE_URL: url, BENCH_SURVEY: JSON.stringify(survey) };
  const child = fork(process.argv[1]!, [], { env, execArgv: [`--max-old-space-size=${heap}`] });
  return new Promise((resolve, reject) => {
    child.once('message', (message: Exported) => resolve(message));
    child.once('exit', () => reject(new Error('The export ended without a word.')));
  });
}

function pathOf({ route }: { readonly route?: ParsedRoute }, named: Readonly<Record<string, string>>): string {
  return `/api/v1${addressOf(route!, named)}`;
}
