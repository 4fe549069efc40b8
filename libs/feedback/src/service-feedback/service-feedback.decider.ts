import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import type { Rejection } from '@isegoria/kernel';
import type { ServiceFeedbackGiven } from './feedback-given.contract';

export const feedbackStream = (serviceId: string, author: string) => `service-feedback-${serviceId}-${author}`;

/** What somebody last said of one service. */
export interface FeedbackState extends Pick<ServiceFeedbackGiven['data'], 'answer' | 'assurance' | 'text'> {
  readonly revision: number | undefined;
}

/** What somebody says of a service, and why it may take none by now. */
export interface SayOfService extends Readonly<ServiceFeedbackGiven['data']> {
  readonly refused?: Rejection;
}

/** Like a ballot: the stream is one of a person and a service, so that nobody is counted twice. */
export const serviceFeedbackDecider: Decider<FeedbackState | undefined, SayOfService, ServiceFeedbackGiven> = {
  initialState: undefined,

  decide({ refused, ...given }, state) {
    if (given.answer !== null && refused) throw refused;
    const isSaid = given.answer === null ? (state?.answer ?? null) === null : state !== undefined && isSame(given, state);
    return isSaid ? [] : [{ type: 'ServiceFeedbackGiven', data: given }];
  },

  evolve(state, event, revision) {
    switch (event.type) {
      case 'ServiceFeedbackGiven': {
        const { answer, assurance, text } = event.data;
        return { answer, assurance, text, revision };
      }
      default:
        return unchangedBy(event.type, state);
    }
  },

  recordedAt: (_, state) => state?.revision,
};

/** Words are the same where they are sealed in the same bytes: whoever asks for the decision takes up what stands, if it says the same. */
function isSame(given: SayOfService, { answer, assurance, text }: FeedbackState): boolean {
  return given.answer === answer && given.assurance === assurance && JSON.stringify(given.text) === JSON.stringify(text);
}
