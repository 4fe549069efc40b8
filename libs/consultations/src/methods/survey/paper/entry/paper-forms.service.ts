import { Inject, Injectable } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler, fold, uuidFrom } from '@isegoria/event-sourcing';
import { Rejection, permitted, type Accepted, type CommandContext } from '@isegoria/kernel';
import { deliveryOf, signedIn } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { CLOCK, type Clock } from '../../../../clock.service';
import { Facts, type ActivityFacts } from '../../../../facts.service';
import { onlyOpenPhasesAcceptContributions } from '../../../../phase/phase.decider';
import { withoutFiles } from '../../answer-file/without-files.pure';
import { answersToWhatIsAsked } from '../../response/response.decider';
import { Responses, type Responding } from '../../response/responses.service';
import { sealedAnswers } from '../../response/sealed-answers.service';
import type { SurveySettings } from '../../survey.contract';
import {
  type ConfirmPaperForm,
  type EnterPaperForm,
  type PaperFormEntry,
  type PaperFormEvent,
  type SendBackPaperForm,
  type ShowPaperForm,
} from './paper-entry.contract';
import { unansweredOfAsked, withoutUnanswered, type Unanswered } from '../unanswered/unanswered.pure';
import { mustBeRightForm } from './right-form.decider';
import { onlyFormsNotEntered, paperFormDecider, paperFormStream, type PaperFormState } from './paper-entry.decider';

interface OfSurvey extends Pick<Responding, 'activityId' | 'consultationId' | 'questionnaire'> {
  readonly readerId: string;
}
type CheckType = 'ConfirmPaperForm' | 'SendBackPaperForm';

/**
 * Forms of surveys that came back on paper. Their answers stand where those of people do, withheld and sealed, under a key that is each
 * form's own: nobody is behind it, and destroying it erases what was written on that form and nothing else.
 */
@Injectable()
export class PaperForms {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(Responses) private readonly responses: Responses,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, paperFormDecider, { believeNew: false });
  }

  enter(context: CommandContext, command: EnterPaperForm): Promise<Accepted> {
    const { activityId, form, formCode: code, answers, unanswered: marked = [] } = command;
    return this.inSurvey(context, activityId, async (facts, of, now) => {
      onlyOpenPhasesAcceptContributions(facts.consultation, facts.activity.phaseId, now);
      mustBeRightForm({ ...of, form, formCode: code, answers, unanswered: marked });
      const place = await this.placeOf(of, form);
      const said: Unanswered = Object.fromEntries(marked.map(({ question, why }) => [question, why]));
      const onPaper = withoutUnanswered(withoutFiles(place.questionnaire), said);
      const given = await sealedAnswers(this.keys, place, answersToWhatIsAsked(onPaper, answers));
      const unanswered = unansweredOfAsked(onPaper, answers, said);
      // Before anything is recorded; the decision itself is made again on what stands then.
      const standing = await this.standing(activityId, form);
      if (standing?.enteredBy !== signedIn(context).accountId) onlyFormsNotEntered(standing);
      const commitment = await this.responses.give(context, place, given, { unanswered });
      return this.decide(context, facts, place, { type: 'EnterPaperForm', activityId, form, answers: commitment });
    });
  }

  check(context: CommandContext, type: CheckType, command: ConfirmPaperForm | SendBackPaperForm): Promise<Accepted> {
    return this.inSurvey(context, command.activityId, async (facts, of) =>
      this.decide(context, facts, await this.placeOf(of, command.form), { ...command, type }),
    );
  }

  show(context: CommandContext, { activityId, form }: ShowPaperForm): Promise<PaperFormEntry> {
    return this.inSurvey(context, activityId, async (_, of) => {
      const standing = await this.standing(activityId, form);
      if (!standing) throw new Rejection('NOT_FOUND');
      const { status, answers: commitment, enteredBy, reason } = standing;
      const isShown = status !== 'confirmed';
      const given = isShown ? await this.responses.given(await this.placeOf(of, form), commitment) : { answers: {}, unanswered: {} };
      const unanswered = Object.entries(given.unanswered).map(([question, why]) => ({ question, why }));
      const mayConfirm = status === 'waiting' && enteredBy !== of.readerId;
      return { form, status, answers: given.answers, unanswered, commitment, reason: status === 'sentBack' ? reason : null, mayConfirm };
    });
  }

  private async standing(activityId: string, form: string): Promise<PaperFormState | undefined> {
    return fold(paperFormDecider, await this.store.readStream<PaperFormEvent>(paperFormStream(activityId, form)));
  }

  private async decide(
    context: CommandContext,
    { activity, consultation }: ActivityFacts,
    { activityId, voter }: Responding,
    asked: { type: 'EnterPaperForm' | CheckType; form: string; answers: string; activityId: string },
  ): Promise<Accepted> {
    const now = this.clock();
    const command = { reason: '', ...asked, activity, consultation, voter, actor: signedIn(context), now };
    return acceptedAs(activityId, await this.handle(paperFormStream(activityId, asked.form), command, deliveryOf(context, now)));
  }

  /** @throws Rejection SIGN_IN_REQUIRED, FORBIDDEN_ROLE, ACTIVITY_NOT_FOUND or WRONG_METHOD */
  private inSurvey<T>(
    context: CommandContext,
    activityId: string,
    then: (facts: ActivityFacts, of: OfSurvey, now: Date) => Promise<T>,
  ): Promise<T> {
    const actor = signedIn(context);
    return this.facts.inActivity({ activityId }, async (facts) => {
      const { activity, consultation } = facts;
      const readerId = permitted(actor, 'consult', consultation.unit).accountId;
      if (activity.method !== 'survey') throw new Rejection('WRONG_METHOD');
      const { consultationId } = activity;
      const { questionnaire } = activity.settings as SurveySettings;
      return then(facts, { activityId, consultationId, questionnaire, readerId }, this.clock());
    });
  }

  /** Under the key of the form, which is made here. */
  private async placeOf({ activityId, consultationId, questionnaire }: OfSurvey, form: string): Promise<Responding> {
    const accountId = uuidFrom(activityId, `paper form ${form}`);
    await this.keys.create([accountId]);
    const voter = await this.keys.pseudonym(accountId, consultationId);
    return { accountId, activityId, consultationId, voter, questionnaire };
  }
}
