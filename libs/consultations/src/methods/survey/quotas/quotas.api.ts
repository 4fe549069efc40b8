import { Controller, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';
import { Commands, Serves, Sessions, onBehalfOfHeader } from '@isegoria/api-host';
import { Rejection, may, mostFaults, validated, type Accepted, type CommandContract, type RejectionDetails } from '@isegoria/kernel';
import { SubjectKeys } from '@isegoria/privacy';
import { waitForPosition } from '@isegoria/projection';
import { activityById } from '../../../activity/visible-activity.read-model';
import { isClosedByTheLog } from '../../../late/closing.read-model';
import { readLinkToken } from '../links/link-token';
import { showLinkedResponse, submitLinkedResponse, type LinkedResponse } from '../links/survey-links.contract';
import { showPaperForm, type PaperFormEntry } from '../paper/entry/paper-entry.contract';
import { answerFaults } from '../questionnaire/answers.pure';
import { otherOption, questionsOf, type Answers, type Questionnaire } from '../questionnaire/questionnaire.pure';
import { SubmitResponse, submitResponse, type AcceptedResponse } from '../response/response.contract';
import type { SurveySettings } from '../survey.contract';
import { fullFor, isBeyond, type OwnPlace } from './quota-places.read-model';
import { cellsIn, cellsOf, type Cell } from './quotas.pure';

/** A survey that has quotas. */
interface WithQuotas {
  readonly activityId: string;
  readonly consultationId: string;
  readonly questionnaire: Questionnaire;
}

/** For how long it is remembered whether a survey has quotas (milliseconds). They are fixed once it is open; the log decides. */
const rememberedTime = 5_000;

/**
 * Whoever answers what a full quota is of is told so here, where it is known who has a place, before anything is on record. Of those who
 * come at the same moment the log's order decides; whoever was too late hears it with the reply.
 */
@Controller()
export class QuotasApiController {
  /** Most surveys have none, and each response asks. */
  private readonly surveys = new LRUCache<string, { readonly withQuotas: WithQuotas | undefined }>({
    max: 1_000,
    ttl: rememberedTime,
    fetchMethod: async (activityId) => ({ withQuotas: await this.find(activityId) }),
  });

  constructor(
    @Inject(DataSource) private readonly rows: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
  ) {}

  @Serves(submitResponse, ['consultations'])
  async submit(@Req() request: Request): Promise<AcceptedResponse> {
    const survey = await this.withQuotas(String(request.params['activityId']));
    const actor = survey && (await this.sessions.actorOf(request));
    // What an office brings in from elsewhere was said there: the log's order decides about it alone.
    if (!survey || !actor || !may(actor, submitResponse.may) || request.get(onBehalfOfHeader) !== undefined)
      return this.commands.send(request, submitResponse);
    const key = await this.keys.pseudonym(actor.accountId, survey.consultationId);
    return this.within(request, submitResponse, survey, { channel: 'account', key }, () => Promise.resolve(true));
  }

  @Serves(submitLinkedResponse, ['consultations'])
  async submitByLink(@Req() request: Request): Promise<AcceptedResponse> {
    const token = tokenIn(request);
    const read = readLinkToken(token);
    const survey = read && (await this.withQuotas(read.activityId));
    if (!survey) return this.commands.send(request, submitLinkedResponse);
    const isTaken = async () => (await this.commands.sendFor(request, showLinkedResponse, { token })).state === 'open';
    return this.within(request, submitLinkedResponse, survey, { channel: 'link', key: read.link }, isTaken);
  }

  @Serves(showLinkedResponse, ['consultations'])
  async showByLink(@Req() request: Request): Promise<LinkedResponse> {
    const own = await this.commands.send(request, showLinkedResponse);
    const read = own.response === null ? undefined : readLinkToken(tokenIn(request));
    const beyond = read && (await isBeyond(this.rows, read.activityId, { channel: 'link', key: read.link }));
    return { ...own, ...(beyond && { beyondQuota: true as const }) };
  }

  /** Both officials are told of it: whoever enters a form, and whoever checks it. */
  @Serves(showPaperForm, ['consultations'])
  async showForm(@Req() request: Request): Promise<PaperFormEntry> {
    const entry = await this.commands.send(request, showPaperForm);
    const survey = await this.withQuotas(String(request.params['activityId']));
    if (!survey) return entry;
    const own = { channel: 'paper', key: entry.form } as const;
    const isConfirmed = entry.status === 'confirmed';
    const cells = cellsIn(survey.questionnaire, entry.answers);
    const beyond = isConfirmed
      ? await isBeyond(this.rows, survey.activityId, own)
      : (await fullFor(this.rows, survey.activityId, cells, own)).length > 0;
    return { ...entry, ...(beyond && { beyondQuota: true as const }) };
  }

  private async withQuotas(activityId: string): Promise<WithQuotas | undefined> {
    return (await this.surveys.fetch(activityId))?.withQuotas;
  }

  private async find(activityId: string): Promise<WithQuotas | undefined> {
    const activity = await activityById(this.rows, activityId);
    if (activity?.method !== 'survey') return undefined;
    const { questionnaire } = activity.settings as SurveySettings;
    return cellsOf(questionnaire).length === 0 ? undefined : { activityId, consultationId: activity.consultationId, questionnaire };
  }

  /**
   * @param isTaken whether their response would be taken otherwise: nobody else learns that a quota is full
   * @throws Rejection QUOTA_FULL, or what the service says
   */
  private async within<Command extends object>(
    request: Request,
    contract: CommandContract<Command, AcceptedResponse>,
    survey: WithQuotas,
    own: OwnPlace,
    isTaken: () => Promise<boolean>,
  ): Promise<AcceptedResponse> {
    const answers = rightAnswers(request, survey);
    const cells = cellsIn(survey.questionnaire, answers);
    const full = await fullFor(this.rows, survey.activityId, cells, own);
    if (full.length > 0 && !(await isClosedByTheLog(this.rows.manager, survey.activityId)) && (await isTaken()))
      throw new Rejection('QUOTA_FULL', faultsIn(survey.questionnaire, full));
    const accepted = await this.commands.send(request, contract);
    return cells.length === 0 ? accepted : { ...accepted, ...((await this.cameTooLate(accepted, survey, own)) && { beyondQuota: true }) };
  }

  /** As far as it is known in time; what it is, everybody who asks for the own response later learns. */
  private async cameTooLate({ position }: Accepted, { activityId }: WithQuotas, own: OwnPlace): Promise<boolean> {
    try {
      await waitForPosition(this.rows, ['consultations'], position);
    } catch {
      return false;
    }
    return isBeyond(this.rows, activityId, own);
  }
}

/** All at once: whoever changes the one answer need not find that the next quota is full as well. */
function faultsIn(questionnaire: Questionnaire, full: readonly Cell[]): RejectionDetails {
  const [first, ...others] = full.map((cell) => {
    const question = questionsOf(questionnaire).find(({ id }) => id === cell.question)!;
    const option = question.options?.find(({ id }) => id === cell.option)?.text ?? otherOption;
    return { field: `answers.${question.id}`, params: { question: question.text, option } };
  });
  const further = others.slice(0, mostFaults - 1).map((fault) => ({ ...fault, code: 'QUOTA_FULL' as const }));
  return { ...first!, ...(further.length > 0 && { further }) };
}

const tokenIn = ({ body }: Request): string => {
  const { token } = (body ?? {}) as { readonly token?: unknown };
  return typeof token === 'string' ? token : '';
};

/** None where the service will refuse them for something else: then it says so. */
function rightAnswers({ body }: Request, { activityId, questionnaire }: WithQuotas): Answers {
  const said = (body ?? {}) as { readonly answers?: unknown };
  try {
    const { answers } = validated(SubmitResponse, { activityId, answers: said.answers });
    return answerFaults(questionnaire, answers).length === 0 ? answers : {};
  } catch {
    return {};
  }
}
