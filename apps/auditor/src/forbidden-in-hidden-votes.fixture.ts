import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { Forbidden } from './forbidden-in-identity.fixture';
import { hiddenPoll } from './what-comes-before.fixture';

const vote = { assurance: 'email' };
/** That of the sample. */
const key = Buffer.from('AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8', 'base64url');
const activityId = 'ac710000-0000-4000-8000-000000000001';

export function hiddenBallot(choice: unknown, under = key, place = activityId) {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', under, nonce).setAAD(Buffer.from(place));
  const text = Buffer.concat([nonce, cipher.update(JSON.stringify(choice)), cipher.final(), cipher.getAuthTag()]).toString('base64url');
  return { options: [], hidden: { key: createHash('sha256').update(under).digest('hex'), text } };
}

type Add = Parameters<Forbidden[2]>[0]['add'];

async function voting(add: Add, ...ballots: object[]): Promise<void> {
  await add('ConsultationDrafted');
  await add('ActivityDrafted', hiddenPoll);
  await add('ConsultationPublished');
  for (const ballot of ballots) await add('PollBallotCast', { ...vote, ...ballot });
}

async function revealed(add: Add, ...ballots: object[]): Promise<void> {
  await voting(add, ...ballots);
  await add('ConsultationClosed');
  await add('BallotsRevealed');
}

/** What somebody appends to a vote whose results are hidden until the closing. */
export const forbiddenInHiddenVotes: readonly Forbidden[] = [
  ['a ballot in the open where results are hidden', 'hidden-as-set', ({ add }) => voting(add, { options: ['1'] })],
  ['a ballot that is hidden and open', 'hidden-as-set', ({ add }) => voting(add, { ...hiddenBallot({ options: ['1'] }), options: ['1'] })],
  [
    'a hidden ballot where results are shown',
    'hidden-as-set',
    async ({ add, before }) => {
      await before('PollBallotCast');
      await add('PollBallotCast', { ...vote, ...hiddenBallot({ options: ['1'] }) });
    },
  ],
  [
    'ballots under two keys',
    'hidden-as-set',
    ({ add }) => voting(add, hiddenBallot({ options: ['1'] }), { voter: 'ben', ...hiddenBallot({ options: ['1'] }, randomBytes(32)) }),
  ],
  [
    'ballots revealed while people vote',
    'revealed-after-closing',
    async ({ add }) => {
      await voting(add, hiddenBallot({ options: ['1'] }));
      await add('BallotsRevealed');
    },
  ],
  [
    'a key for a vote that hid nothing',
    'revealed-where-hidden',
    async ({ add, before }) => {
      await before('OutcomePublished');
      await add('BallotsRevealed');
    },
  ],
  [
    'a second revelation',
    'revealed-once',
    async ({ add }) => {
      await revealed(add, hiddenBallot({ options: ['1'] }));
      await add('BallotsRevealed');
    },
  ],
  ['another key than the one that ballots name', 'revealed-by-their-key', ({ add }) => revealed(add, hiddenBallot({}, randomBytes(32)))],
  ['a hidden ballot for an unknown option', 'revealed-ballots-keep-rules', ({ add }) => revealed(add, hiddenBallot({ options: ['3'] }))],
  [
    'a hidden ballot with two options in a single choice',
    'revealed-ballots-keep-rules',
    ({ add }) => revealed(add, hiddenBallot({ options: ['1', '2'] })),
  ],
  ['a hidden ballot that says nothing', 'revealed-ballots-keep-rules', ({ add }) => revealed(add, hiddenBallot('1'))],
  [
    'a ballot that was hidden for another activity',
    'revealed-ballots-keep-rules',
    ({ add }) => revealed(add, hiddenBallot({ options: ['1'] }, key, 'another')),
  ],
  [
    'a deliberation with hidden results',
    'settings-of-method',
    async ({ add }) => {
      await add('ConsultationDrafted');
      await add('ActivityDrafted', { method: 'deliberation', settings: { moderation: 'after', resultsHidden: true } });
    },
  ],
];
