import type { ApiClient } from '@isegoria/api-client';
import { giveServiceFeedback, type HelpAnswer } from '@isegoria/contracts';
import { chance, voiceOf } from '../demo-voices';

interface DemoFeedback {
  /** How many people say something of it. */
  readonly people: number;
  /** Of a hundred, how many say that it helped, and how many that it did in part. */
  readonly helped: number;
  readonly partly: number;
  /** What the first of those who say so write to the office. */
  readonly comments: Partial<Record<HelpAnswer, readonly string[]>>;
}

/** What people say of some services, by the English title of these. */
export const feedback: Readonly<Record<string, DemoFeedback>> = {
  'Get a bus card': {
    people: 44,
    helped: 84,
    partly: 11,
    comments: {
      yes: ['The card came after two days. Thank you.'],
      no: ['The form did not take a photograph from my phone: it was too large.'],
    },
  },
  'Have the water of a well tested': {
    people: 31,
    helped: 45,
    partly: 29,
    comments: {
      partly: [
        'The result came quickly, but nobody explained what the figure for nitrate means.',
        'The number of my plot was on no paper that I have.',
      ],
      no: ['I waited for five weeks.'],
    },
  },
  'Park near your home': {
    people: 14,
    helped: 64,
    partly: 21,
    comments: { no: ['My street is missing from the list, although it has been there for two years.'] },
  },
};

/** What each of these people says of a service, once. */
export async function rateService(office: ApiClient, title: string, serviceId: string, people: readonly string[]): Promise<void> {
  const { helped, partly, comments, people: count } = feedback[title]!;
  const left = new Map(Object.entries(comments).map(([answer, words]) => [answer, [...words]]));
  for (const [person, accountId] of people.slice(0, count).entries()) {
    const drawn = chance(`help ${title} ${person}`) * 100;
    const answer: HelpAnswer = drawn < helped ? 'yes' : drawn < helped + partly ? 'partly' : 'no';
    const comment = left.get(answer)?.shift();
    const said = { serviceId, answer, ...(comment !== undefined && { comment }) };
    await office.do(giveServiceFeedback, said, voiceOf(accountId, `help ${serviceId}`, person));
  }
}
