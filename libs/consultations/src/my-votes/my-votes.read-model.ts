import { In, type DataSource } from 'typeorm';
import { limits, permitted } from '@isegoria/kernel';
import { answer, pageFrom, positionOf } from '@isegoria/projection';
import { standingOfCast } from '../ballot/standing/standing.read-model';
import { ownPseudonyms } from '../ballot/own-pseudonyms.read-model';
import { ConsultationRow } from '../consultation/view/consultation.read-model';
import { toldBeyond, underQuotas } from '../methods/survey/quotas/quota-places.read-model';
import { listOwnParticipations, type OwnActivityView, type OwnParticipationView } from './my-votes.contract';

interface Found extends OwnActivityView {
  readonly consultationId: string;
}

const isHidden = `EXISTS (SELECT FROM choice_ballot AS own
  WHERE own.activity_id = activity.id AND own.voter = participant.voter AND own.hidden IS NOT NULL)`;
const ownStanding = standingOfCast('participant.assurance', 'activity.id', {
  unopened: isHidden,
  ...underQuotas('activity.id', toldBeyond('activity.id', { channel: `'account'`, key: 'participant.voter' })),
});

/** The activities in which the pseudonyms of one person cast something, each looked up in its own consultation. */
async function activitiesWith(rows: DataSource, pseudonyms: ReadonlyMap<string, string>): Promise<readonly Found[]> {
  return rows.query(
    `SELECT activity.id, activity.title, activity.method, activity.consultation_id AS "consultationId", excluded_reason AS "excludedReason",
       ${ownStanding} AS standing
     FROM unnest($1::text[], $2::uuid[]) AS person (voter, consultation_id)
     JOIN activity ON activity.consultation_id = person.consultation_id
     JOIN participant ON participant.activity_id = activity.id AND participant.voter = person.voter
     ORDER BY activity.id`,
    [[...pseudonyms.keys()], [...pseudonyms.values()]],
  );
}

export const myVotesAnswers = [
  answer(listOwnParticipations, ['consultations'], async ({ cursor }, { rows, keys, reader }) => {
    const { accountId } = permitted(reader, 'participate');
    const found = await activitiesWith(rows, await ownPseudonyms(rows, keys, accountId));
    const ids = [...new Set(found.map(({ consultationId }) => consultationId))];
    const before = cursor === undefined ? Infinity : positionOf(cursor);
    const consultations = await rows.getRepository(ConsultationRow).find({
      where: { id: In(ids) },
      select: { id: true, title: true, publishedPosition: true },
      order: { publishedPosition: 'DESC' },
    });
    const shown = consultations.filter(({ publishedPosition }) => publishedPosition! < before).slice(0, limits.pageSize + 1);
    const { items, ...page } = pageFrom(shown, ids.length, ({ publishedPosition }) => String(publishedPosition));
    return { ...page, items: items.map((consultation) => participationIn(consultation, found)) };
  }),
];

function participationIn({ id, title }: ConsultationRow, found: readonly Found[]): OwnParticipationView {
  const here = found.filter(({ consultationId }) => consultationId === id);
  return { consultationId: id, title, activities: here.map(({ consultationId: _, ...activity }) => activity) };
}
