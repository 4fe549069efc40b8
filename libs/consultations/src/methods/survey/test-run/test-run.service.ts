import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler, uuidFrom } from '@isegoria/event-sourcing';
import { Rejection, permitted, type Accepted, type CommandContext } from '@isegoria/kernel';
import { deliveryOf, signedIn } from '@isegoria/messaging';
import { SubjectKeys, inOneForm } from '@isegoria/privacy';
import { CLOCK, type Clock } from '../../../clock.service';
import { Facts } from '../../../facts.service';
import { AnswerFiles } from '../answer-file/keeping/answer-files.service';
import { fitting } from '../questionnaire/answers.pure';
import type { Answers } from '../questionnaire/questionnaire.pure';
import { answersToWhatIsAsked, type Upon } from '../response/response.decider';
import type { Responding, SentAnswers } from '../response/responses.service';
import { openedAnswers, sealedAnswers, sealedNothing } from '../response/sealed-answers.service';
import type { SurveySettings } from '../survey.contract';
import type { TestAnswersGiven } from './test-run.contract';
import { onlyBeforeOpening, testRunDecider, testRunStream } from './test-run.decider';

/** Somebody of the staff who tries a survey. `activityId` is that of the test alone, `consultationId` as well. */
export interface Testing extends Responding {
  readonly survey: { readonly activityId: string; readonly consultationId: string };
}

/**
 * Answers by which the staff try a survey before it opens. They are sealed under another name of the person than responses, and kept in
 * another place: nothing ties the account that tests to the pseudonym under which the same person may respond later.
 */
@Injectable()
export class TestRuns {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(AnswerFiles) private readonly files: AnswerFiles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, testRunDecider);
  }

  /** @throws Rejection VERSION_CHANGED as for a response */
  async submit(context: CommandContext, place: Testing, said: Answers, upon: Upon): Promise<Accepted> {
    const { survey, accountId: by, consultationId, activityId } = place;
    const { answers, details } = await this.files.known(place, said);
    const asked = answersToWhatIsAsked(place.questionnaire, answers);
    await this.files.hold(place, asked);
    const recorded = await sealedAnswers(this.keys, place, asked, details);
    const sealed = await this.keys.seal(by, consultationId, { event: activityId, field: 'answers' }, inOneForm(recorded));
    const salt = createHash('sha256').update(sealed).digest('hex');
    const unsaid = await sealedNothing(this.keys, place, recorded, salt);
    const given = { consultationId: survey.consultationId, activityId: survey.activityId, by, answers: recorded, unsaid, salt };
    return acceptedAs(survey.activityId, await this.handle(
      testRunStream(survey.activityId, by),
      { type: 'GiveTestAnswers', given, upon },
      deliveryOf(context, this.clock()),
    ));
  }

  /** @throws Rejection SIGN_IN_REQUIRED, ACTIVITY_NOT_FOUND, WRONG_METHOD, FORBIDDEN_ROLE or TEST_OVER */
  placeOf(context: CommandContext, activityId: string): Promise<Testing> {
    const actor = signedIn(context);
    const now = this.clock();
    return this.facts.inActivity({ activityId }, async ({ activity, consultation }) => {
      permitted(actor, 'test', consultation.unit);
      if (activity.method !== 'survey') throw new Rejection('WRONG_METHOD');
      onlyBeforeOpening(consultation, activity.phaseId, now);
      const { questionnaire } = activity.settings as SurveySettings;
      const test = uuidFrom(activityId, 'test run');
      const { accountId } = actor;
      const survey = { activityId, consultationId: activity.consultationId };
      const fit = (answers: Answers) => fitting(questionnaire, answers);
      return { accountId, activityId: test, consultationId: test, voter: accountId, questionnaire, fit, survey };
    });
  }

  /** The last answers that were sent as a test; undefined before the first. */
  async sent({ survey, accountId, questionnaire }: Testing): Promise<SentAnswers | undefined> {
    const last = (await this.store.readStream<TestAnswersGiven>(testRunStream(survey.activityId, accountId))).at(-1);
    if (!last) return undefined;
    return { answers: await openedAnswers(this.keys, questionnaire, last.data.answers), commitment: last.data.salt };
  }
}
