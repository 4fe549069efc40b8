import { event, rootUnit, stream, type AssuranceLevel, type DomainEvent, type RecordedText } from '@isegoria/kernel';
import { sampleIds, sampleText } from '../streams.contract';

/** What somebody says to whether a service helped. */
export const helpAnswers = ['yes', 'partly', 'no'] as const;
export type HelpAnswer = (typeof helpAnswers)[number];

/** The context of pseudonyms in feedback on a service: one a service, so that nothing ties together what a person says of two. */
export const feedbackContext = (serviceId: string): string => `service ${serviceId}`;

/**
 * `author` is the person's pseudonym for that service alone. `answer` is null where somebody takes everything back; `text` is a
 * comment for the office, null where there is none.
 */
export type ServiceFeedbackGiven = DomainEvent<
  'ServiceFeedbackGiven',
  {
    serviceId: string;
    unit: string;
    author: string;
    answer: HelpAnswer | null;
    assurance: AssuranceLevel;
    text: RecordedText | null;
  }
>;
export const serviceFeedbackGiven = event<ServiceFeedbackGiven>('ServiceFeedbackGiven', {
  stream: stream('service-feedback-<serviceId>-<author>', 'public'),
  says:
    'A citizen says whether a service of the directory helped, or takes that back (`answer` null); the last one counts. `text` is a ' +
    'sealed comment for the office of its `unit` alone.',
  lastCountsBy: ['serviceId'],
  sample: {
    serviceId: '5e41ce00-0000-4000-8000-000000000001',
    unit: rootUnit,
    author: sampleIds.author,
    answer: 'partly',
    assurance: 'email',
    text: sampleText,
  },
});
