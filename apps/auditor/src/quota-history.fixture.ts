import { randomBytes, randomUUID } from 'node:crypto';
import { saltedCommitment } from '@isegoria/audit-kit';

interface Place {
  readonly consultationId: string;
  readonly activityId: string;
}
type Record = (stream: string, type: string, data: object) => Promise<void>;

/** Ten places for those who come by tram. */
export const withQuota = {
  quotaPlaces: 'standing',
  questionnaire: {
    sections: [
      {
        questions: [
          {
            ...{ id: 'how', kind: 'single', text: 'How do you come?', isRequired: true },
            options: [
              { id: 'tram', text: 'By tram' },
              { id: 'bus', text: 'By bus' },
            ],
            quotas: [{ option: 'tram', most: 10 }],
          },
        ],
      },
    ],
  },
};

/** Twelve people come by tram, of whom two find no place; then an official closes the survey. */
export async function fillQuota(record: Record, { consultationId, activityId }: Place, by: string): Promise<void> {
  const place = { consultationId, activityId };
  for (let person = 0; person < 12; person++) {
    const accountId = randomUUID();
    await record(`account-${accountId}`, 'AccountRegistered', { accountId, profile: { sealed: '1.x.y' } });
    await record(`account-${accountId}`, 'EmailConfirmed', { accountId });
    const voter = randomBytes(16).toString('hex');
    const answers = { how: 'tram' };
    const salt = randomBytes(32).toString('hex');
    const commitment = saltedCommitment(salt, answers);
    await record(`response-${activityId}-${voter}`, 'AnswersGiven', { ...place, voter, answers, salt, commitment });
    await record(`ballot-${activityId}-${voter}`, 'ResponseSubmitted', { ...place, voter, answers: commitment, assurance: 'email' });
  }
  await record(`consultation-${consultationId}`, 'ConsultationClosed', { consultationId, by, reason: 'All was said.' });
}
