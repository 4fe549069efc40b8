import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore, commandHandler, uuidFrom } from '@isegoria/event-sourcing';
import { Rejection, type Accepted, type CommandContext } from '@isegoria/kernel';
import { deliveryOf, signedIn } from '@isegoria/messaging';
import { SubjectKeys, inOneForm } from '@isegoria/privacy';
import { Ballots } from '../../../ballot/ballots.service';
import { CLOCK, type Clock } from '../../../clock.service';
import { Facts, type ActivityFacts } from '../../../facts.service';
import { onlyOpenPhasesAcceptContributions, phaseStatusAt } from '../../../phase/phase.decider';
import type { Unanswered } from '../paper/unanswered/unanswered.pure';
import type { Answers, Questionnaire } from '../questionnaire/questionnaire.pure';
import { AnswerFiles } from '../answer-file/keeping/answer-files.service';
import type { SurveySettings } from '../survey.contract';
import { openedAnswers, sealedAnswers, sealedNothing, type Place } from './sealed-answers.service';
import { answersDecider, answersToWhatIsAsked, responseStream, type Upon } from './response.decider';
import type { AnswersGiven, RecordedAnswers } from './response.contract';

/** Where somebody responds, and to what. */
export interface Responding extends Place {
  readonly consultationId: string;
  readonly questionnaire: Questionnaire;
  /** Whether nothing can be sent any more: what is kept then stands beside what was sent, and never in its place. */
  readonly isOver?: boolean;
  /** Where questions may have changed since: the answers as they are now. */
  readonly fit?: (answers: Answers) => Answers;
  /** Where several may come to one place, what one of them keeps it by: the others cannot read it. */
  readonly own?: string;
}

export interface Submitted {
  readonly accepted: Accepted;
  readonly answers: Answers;
}

export interface SentAnswers {
  readonly answers: Answers;
  readonly commitment: string;
}

export interface Given {
  readonly answers: Answers;
  readonly unanswered: Unanswered;
}

interface GivenWith {
  readonly upon?: Upon;
  /** Of a form on paper. */
  readonly unanswered?: Unanswered;
}

/**
 * Responses to surveys. The answers come first, in a stream of their own whose bodies are withheld; the ballot then names what they commit
 * to, and is what is counted, changed, left out and confirmed like any other. Answers that no ballot names are counted by nobody.
 */
@Injectable()
export class Responses {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(Ballots) private readonly ballots: Ballots,
    @Inject(AnswerFiles) private readonly files: AnswerFiles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    // What was answered is kept for the ballot, which follows under the same key; answers that are given twice count for nothing more.
    this.handle = commandHandler(store, answersDecider, { keepsAnswers: false, readsBack: false });
  }

  /**
   * @returns with what the person sent, as it is known there
   * @throws Rejection VERSION_CHANGED where another response was sent than the one that these answers were begun from
   */
  async submit(context: CommandContext, place: Responding, said: Answers, upon: Upon): Promise<Submitted> {
    const { activityId } = place;
    const { answers, details } = await this.files.known(place, said);
    const asked = answersToWhatIsAsked(place.questionnaire, answers);
    await this.files.hold(place, asked);
    const given = await sealedAnswers(this.keys, place, asked, details);
    const commitment = await this.give(context, place, given, { upon });
    const accepted = await this.ballots.cast(context, { activityId }, () => ({ type: 'SubmitResponse', answers: commitment }));
    return { accepted, answers };
  }

  /**
   * Where the person responds.
   * @param isToWrite whether the phase must be open
   * @throws Rejection SIGN_IN_REQUIRED, ACTIVITY_NOT_FOUND, WRONG_METHOD, CONSULTATION_NOT_OPEN or CONSULTATION_CLOSED
   */
  placeOf(context: CommandContext, activityId: string, isToWrite: boolean): Promise<Responding> {
    const { accountId } = signedIn(context);
    const now = this.clock();
    return this.facts.inActivity({ activityId }, async ({ activity, consultation }: ActivityFacts) => {
      if (activity.method !== 'survey') throw new Rejection('WRONG_METHOD');
      if (isToWrite) onlyOpenPhasesAcceptContributions(consultation, activity.phaseId, now);
      const { consultationId } = activity;
      const voter = await this.keys.pseudonym(accountId, consultationId);
      const { questionnaire } = activity.settings as SurveySettings;
      const phase = consultation.phases.find(({ phaseId }) => phaseId === activity.phaseId);
      const isOver = phase !== undefined && phaseStatusAt(phase, consultation, now) === 'closed';
      return { accountId, activityId, consultationId, voter, questionnaire, isOver };
    });
  }

  /** The last answers that the person sent; undefined before the first. */
  async sent({ activityId, voter, questionnaire }: Responding): Promise<SentAnswers | undefined> {
    const last = (await this.store.readStream<AnswersGiven>(responseStream(activityId, voter))).at(-1);
    if (!last) return undefined;
    return { answers: await openedAnswers(this.keys, questionnaire, last.data.answers), commitment: last.data.commitment };
  }

  /** The answers of a place that commit to this, and what they leave unanswered. @throws Rejection NOT_FOUND */
  async given({ activityId, voter, questionnaire }: Responding, commitment: string): Promise<Given> {
    const all = await this.store.readStream<AnswersGiven>(responseStream(activityId, voter));
    const found = all.find(({ data }) => data.commitment === commitment);
    if (!found) throw new Rejection('NOT_FOUND');
    const { answers, unanswered = {} } = found.data;
    return { answers: await openedAnswers(this.keys, questionnaire, answers), unanswered };
  }

  /** Puts answers on record, which count for nothing until something names what they commit to. Returns that. */
  async give(context: CommandContext, place: Responding, answers: RecordedAnswers, more: GivenWith = {}): Promise<string> {
    const { accountId, consultationId, activityId, voter } = place;
    const { upon, unanswered = {} } = more;
    const words = inOneForm(Object.keys(unanswered).length > 0 ? [answers, unanswered] : answers);
    // The same answers commit to the same, so that sending them again, in another tab for example, changes nothing; and nobody who lacks
    // the person's key can find them by trying.
    const salt = sha256(await this.keys.seal(accountId, consultationId, { event: activityId, field: 'answers' }, words));
    const commitment = sha256(salt, words).toString('hex');
    const unsaid = await sealedNothing(this.keys, place, answers, salt.toString('hex'));
    const given = { consultationId, activityId, voter, answers, unsaid, unanswered, salt: salt.toString('hex'), commitment };
    const delivery = deliveryOf(context, this.clock());
    // The same key with other answers is another event: the ballot refuses it, and must find what it names if the first never came so far.
    const commandId = uuidFrom(delivery.commandId, `answers ${commitment}`);
    // That an office brings them in is said by the ballot, which everybody sees, and is signed there.
    const { imported: _, ...metadata } = delivery.metadata;
    await this.handle(responseStream(activityId, voter), { type: 'GiveAnswers', given, upon }, { ...delivery, metadata, commandId });
    return commitment;
  }
}

const sha256 = (...parts: readonly (Buffer | string)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
