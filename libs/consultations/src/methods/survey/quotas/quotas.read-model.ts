import { In, type EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { insertNew, type Projection } from '@isegoria/projection';
import { ActivityRow } from '../../../activity/activity.read-model';
import type { BallotExcluded, BallotReinstated } from '../../../ballot-exclusion/ballot-exclusion.contract';
import { byClosing } from '../../../late/closing.read-model';
import type { ResponseChannel } from '../channels/channel.contract';
import { LinkBatchRow } from '../links/survey-links.read-model';
import type { LinkedResponseSubmitted, SurveyLinksRevoked } from '../links/survey-links.contract';
import type { PaperFormConfirmed } from '../paper/entry/paper-entry.contract';
import type { ResponseSubmitted } from '../response/response.contract';
import type { SurveySettings } from '../survey.contract';
import { QuotaFold } from './quota-fold';
import { QuotaExceededRow, QuotaResponseRow, QuotaTakenRow } from './quota-rows.read-model';
import { cellName, cellsOf, type Cell } from './quotas.pure';

type Response = ResponseSubmitted | LinkedResponseSubmitted | PaperFormConfirmed;
type Happened = Recorded<Response | BallotExcluded | BallotReinstated | SurveyLinksRevoked>;

const responded = new Set<string>(['ResponseSubmitted', 'LinkedResponseSubmitted', 'PaperFormConfirmed']);
const known = new Set<string>([...responded, 'BallotExcluded', 'BallotReinstated', 'SurveyLinksRevoked']);

/**
 * Comes behind the answers and the closings in its group, and before whatever counts responses: what is beyond a quota is found by the
 * order of the log over all channels, which are counted one after the other.
 */
export function quotasProjection(): Projection {
  return { name: 'consultations/quotas', entities: [QuotaResponseRow, QuotaTakenRow, QuotaExceededRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const ofSurveys = (events as readonly Happened[]).filter(({ type }) => known.has(type));
  const ids = [...new Set(ofSurveys.map(({ data }) => data.activityId))];
  for (const [activityId, cells] of await quotasIn(rows, ids)) {
    const own = ofSurveys.filter(({ data }) => data.activityId === activityId);
    const { inTime } = await byClosing(own, rows, responded);
    await judge(activityId, cells, inTime as readonly Happened[], rows);
  }
}

/** Of the surveys among these activities, those that have quotas. */
async function quotasIn(rows: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Cell[]>> {
  const found = new Map<string, readonly Cell[]>();
  if (ids.length === 0) return found;
  const activities = await rows.findBy(ActivityRow, { id: In(ids), method: 'survey' });
  for (const { id, settings } of activities) {
    const cells = cellsOf((settings as SurveySettings).questionnaire);
    if (cells.length > 0) found.set(id, cells);
  }
  return found;
}

/** What makes a response one: `channel key`. */
function nameOf({ type, data }: Happened): string {
  if (type === 'LinkedResponseSubmitted') return `link ${data.link}`;
  if (type === 'PaperFormConfirmed') return `paper ${data.form}`;
  return `account ${(data as { readonly voter: string }).voter}`;
}

async function judge(activityId: string, cells: readonly Cell[], events: readonly Happened[], rows: EntityManager): Promise<void> {
  const judged = events.filter(({ type }) => type !== 'SurveyLinksRevoked');
  const names = [...new Set(judged.map(nameOf))];
  const keys = names.map((name) => name.slice(name.indexOf(' ') + 1));
  const [before, taken, choices, revoked] = await Promise.all([
    rows.findBy(QuotaResponseRow, { activityId, key: In(keys) }),
    rows.findBy(QuotaTakenRow, { activityId }),
    choicesOf(activityId, judged, rows),
    revokedIn(activityId, rows),
  ]);
  const fold = new QuotaFold(
    new Map(cells.map((cell) => [cellName(cell), cell.most])),
    new Map(taken.map((row) => [row.cell, row.taken])),
    new Map(before.map(({ channel, key, ...response }) => [`${channel} ${key}`, response])),
  );
  const beyond: number[] = [];
  for (const event of events) {
    const { type, data, position } = event;
    if (type === 'SurveyLinksRevoked') revoked.add(data.batch);
    else if (type === 'BallotExcluded') fold.leaveOut(nameOf(event));
    else if (type === 'BallotReinstated') {
      if (fold.putBack(nameOf(event))) beyond.push(position);
    } else {
      // As it is counted: the first response by a link that was revoked before counts for nothing.
      const isVoid = type === 'LinkedResponseSubmitted' && revoked.has(data.batch) && !fold.standing.has(nameOf(event));
      if (!isVoid && fold.respond(nameOf(event), choices.get(`${data.voter} ${data.answers}`) ?? [])) beyond.push(position);
    }
  }
  await keep(activityId, fold, rows);
  if (beyond.length > 0) await insertNew(rows, QuotaExceededRow, beyond.map((position) => ({ activityId, position })));
}

async function keep(activityId: string, { standing, taken }: QuotaFold, rows: EntityManager): Promise<void> {
  const responses = [...standing].map(([name, { cells, beyond, leftOut }]) => {
    const at = name.indexOf(' ');
    return { activityId, channel: name.slice(0, at) as ResponseChannel, key: name.slice(at + 1), cells: [...cells], beyond, leftOut };
  });
  if (responses.length > 0) await rows.upsert(QuotaResponseRow, responses, ['activityId', 'channel', 'key']);
  const places = [...taken].map(([cell, n]) => ({ activityId, cell, taken: n }));
  if (places.length > 0) await rows.upsert(QuotaTakenRow, places, ['activityId', 'cell']);
}

/** What these responses choose, by what names them. */
async function choicesOf(activityId: string, judged: readonly Happened[], rows: EntityManager): Promise<ReadonlyMap<string, string[]>> {
  const named = judged.flatMap(({ type, data }) => (responded.has(type) ? [(data as Response['data']).answers] : []));
  const found: { voter: string; commitment: string; choices: string[] }[] = await rows.query(
    'SELECT voter, commitment, choices FROM survey_answers WHERE activity_id = $1 AND commitment = ANY ($2)',
    [activityId, named],
  );
  return new Map(found.map(({ voter, commitment, choices }) => [`${voter} ${commitment}`, choices]));
}

async function revokedIn(activityId: string, rows: EntityManager): Promise<Set<number>> {
  const batches = await rows.findBy(LinkBatchRow, { activityId });
  return new Set(batches.filter(({ revokedAt }) => revokedAt !== null).map(({ batch }) => batch));
}
