import { In, type DataSource } from 'typeorm';
import { mostContributions, showSettings } from '@isegoria/content';
import { assuranceIn, isReissuedIn, permitted } from '@isegoria/kernel';
import { answer, isRowId } from '@isegoria/projection';
import type { SubjectKeys } from '@isegoria/privacy';
import { activitiesOf } from '../activity/activity.read-model';
import { ConsultationRow, visibleConsultation } from '../consultation/view/consultation.read-model';
import { ownHidden } from '../hidden-results/hidden-results.read-model';
import { lateOf } from '../late/late-contribution.read-model';
import type { ReadMethod } from '../methods/method/method.read-model';
import type { MethodBallot } from '../methods/methods.contract';
import { methodOf, readMethods } from '../methods/methods.read-model';
import { nameNumberOf } from '../readable-name/readable-name.read-model';
import { ParticipantRow } from '../results/turnout/tallies.read-model';
import { showMyBallot, type MyBallot, type OwnBallot } from './ballot.contract';

/** What is in a ballot; the account says what it counts as. */
export type CastBallot = Omit<MyBallot, 'voter' | 'nameNumber' | 'assurance' | 'reissued' | 'mostContributions'>;

/** For a person who cast nothing, or for the fields of other methods. */
const noBallot = Object.assign({}, ...readMethods.map(({ contract }) => contract.noBallot)) as MethodBallot;

/** What the person with that pseudonym has cast in one consultation, activity by activity: the last votes. Nothing if there are none. */
export async function myBallot(
  rows: DataSource,
  consultationId: string,
  voter: string,
  methods: readonly ReadMethod[] = readMethods,
  /** Open what is hidden until the closing; absent: that is left out. */
  keys?: SubjectKeys,
): Promise<CastBallot> {
  const consultation = isRowId(consultationId) ? await rows.getRepository(ConsultationRow).findOneBy({ id: consultationId }) : null;
  if (!consultation) return { consultationId, activities: [] };
  const activities = (await activitiesOf(rows, [consultation])).get(consultationId) ?? [];
  const activityIds = activities.map(({ id }) => id);
  const participations = await rows.getRepository(ParticipantRow).findBy({ voter, activityId: In(activityIds) });
  const reasons = new Map(participations.map(({ activityId, excludedReason }) => [activityId, excludedReason]));
  const late = await lateOf(rows, voter, activityIds);
  const ballots: OwnBallot[] = [];
  for (const { id, method } of activities) {
    const read = methodOf(method, methods);
    const hidden = keys && (await ownHidden(rows.manager, keys, { activityId: id, voter, method: read }));
    const cast = { ...(await read?.ballot(rows.manager, id, voter)), ...hidden };
    ballots.push({ activityId: id, ...noBallot, ...cast, excludedReason: reasons.get(id) ?? null, late: late.get(id) ?? 0 });
  }
  return { consultationId, activities: ballots };
}

export const myBallotAnswers = [
  answer(showMyBallot, ['consultations', 'content'], async ({ consultationId }, { rows, keys, reader, ask }) => {
    const actor = permitted(reader, 'participate');
    const { publishedPosition } = await visibleConsultation(rows, consultationId, reader);
    const publishedAt = publishedPosition ?? undefined;
    const voter = await keys.pseudonym(actor.accountId, consultationId);
    return {
      ...(await myBallot(rows, consultationId, voter, readMethods, keys)),
      voter,
      nameNumber: await nameNumberOf(rows, voter),
      mostContributions: mostContributions(await ask(showSettings, {})),
      assurance: assuranceIn(actor, publishedAt),
      reissued: publishedAt !== undefined && isReissuedIn(actor, publishedAt),
    };
  }),
];
