import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection, limits, type Page } from '@isegoria/kernel';
import { blankForm, carry, filesAsFields, formFor, idInPath, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { showConsultation, type ConsultationView } from '../../consultation/consultation.contract';
import { uploadedFor } from '../../consultation/office/uploaded.portal';
import type { SaidWords } from '../../methods/deliberation/said-words/said-words.page';
import { saidWords } from '../../methods/deliberation/said-words/said-words.portal';
import { listOfficialAnswers } from '../../official-answer/official-answer.contract';
import { originalParameter, readConsultation } from '../../translation/reading/translated.page';
import { changeMilestone, listMilestones, planMilestone, type MilestoneView } from '../milestone.contract';
import { MilestoneOfficePage, milestoneAsFields, milestoneSaid } from './milestone-office.page';
import { milestoneFormPath, outcomePath } from './milestone-status.page';
import type { Followed } from './milestones.page';
import { OutcomePage } from './outcome.page';

/** You said, we did, this is where it stands: for everybody. */
@Controller('consultations/:id/outcome')
export class OutcomePages {
  @Get()
  async show(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const [consultationId, cursor] = [idInPath(id), visit.cursor()];
    const isOriginal = visit.request.query[originalParameter] !== undefined;
    const [consultation, milestones] = await Promise.all([
      isOriginal
        ? visit.api.ask(showConsultation, { consultationId })
        : readConsultation(visit.api, visit.texts.language, consultationId),
      visit.api.ask(listMilestones, { consultationId, cursor }),
    ]);
    const followed = await followedBy(visit, consultationId, milestones);
    const mayEdit = visit.may('consult', consultation.unit);
    visit.show(<OutcomePage {...{ consultation, milestones, cursor, followed, mayEdit }} />, {
      title: visit.texts.t('milestones.page'),
      address: outcomePath(consultationId),
    });
  }
}

/** Where officials say what they do, and change that. */
@Controller('office/consultations/:id/milestones')
export class MilestonesOffice {
  @Get('new')
  async begin(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showForm(visit, id, undefined);
  }

  @Post('new')
  async plan(@Res() { visit }: Visited, @Param('id') id: string, @Body() sent: unknown): Promise<void> {
    const consultationId = idInPath(id);
    const { body, wrong } = await uploadedFor(visit, consultationId, sent);
    await carry(visit, body, planMilestone, {
      wrong,
      command: (form) => ({ consultationId, ...milestoneSaid(form, visit.siteZone) }),
      accepted: ({ position }) => visit.seeOther(outcomePath(consultationId), position),
      refused: (form, status) => showForm(visit, id, undefined, form, status),
    });
  }

  @Get(':milestoneId')
  async form(@Res() { visit }: Visited, @Param('id') id: string, @Param('milestoneId') milestoneId: string): Promise<void> {
    await showForm(visit, id, idInPath(milestoneId));
  }

  @Post(':milestoneId')
  async change(
    @Res() { visit }: Visited,
    @Param('id') id: string,
    @Param('milestoneId') ofMilestone: string,
    @Body() sent: unknown,
  ): Promise<void> {
    const [consultationId, milestoneId] = [idInPath(id), idInPath(ofMilestone)];
    const { body, wrong } = await uploadedFor(visit, consultationId, sent);
    await carry(visit, body, changeMilestone, {
      wrong,
      command: (form) => ({ consultationId, milestoneId, ...milestoneSaid(form, visit.siteZone), note: textOf(form, 'note') }),
      accepted: ({ position }) => visit.seeOther(outcomePath(consultationId), position),
      refused: (form, status) => showForm(visit, id, milestoneId, form, status),
    });
  }
}

interface Following {
  readonly activityId: string | null;
  readonly statementId: string | null;
}

async function showForm(visit: Visit, id: string, milestoneId: string | undefined, sent?: FormState, status = 200): Promise<void> {
  visit.mustBePermitted('consult');
  const consultationId = idInPath(id);
  const consultation = await visit.api.ask(showConsultation, { consultationId });
  visit.mustBePermitted('consult', consultation.unit);
  if (consultation.status !== 'decided') throw new Rejection('OUTCOME_MISSING');
  const standing = milestoneId === undefined ? undefined : await milestoneOf(visit, consultationId, milestoneId);
  const follows = standing ?? followingIn(visit, consultation, sent);
  const words = (await wordsOf(visit, [follows])).get(follows.statementId ?? '');
  const form = standing
    ? formFor({ values: fieldsOf(standing, visit.siteZone), version: standing.version }, sent)
    : (sent ?? blankForm({ status: 'planned', activityId: follows.activityId ?? '', statementId: follows.statementId ?? '' }));
  visit.show(<MilestoneOfficePage {...{ consultation, standing, words, form }} />, {
    title: visit.texts.t(standing ? 'milestones.change' : 'milestones.add'),
    status,
    address: milestoneFormPath(consultationId, milestoneId),
  });
}

const fieldsOf = (standing: MilestoneView, zone: string) => ({
  ...milestoneAsFields(standing, zone),
  ...filesAsFields({ picture: null, documents: standing.documents }),
});

/** @throws Rejection NOT_FOUND */
async function milestoneOf(visit: Visit, consultationId: string, milestoneId: string): Promise<MilestoneView> {
  const { items } = await visit.api.ask(listMilestones, { consultationId, milestoneId });
  if (!items[0]) throw new Rejection('NOT_FOUND');
  return items[0];
}

/** What a new one follows: what the form says, or before that the address that led to it. */
function followingIn(visit: Visit, { activities }: ConsultationView, sent: FormState | undefined): Following {
  const said = (field: string, parameter: string) => String((sent ? sent.values[field] : visit.request.query[parameter]) ?? '');
  const activityId = activities.find(({ id }) => id === said('activityId', 'activity'))?.id ?? null;
  const statementId = said('statementId', 'statement');
  return { activityId, statementId: activityId !== null && isId(statementId) ? statementId : null };
}

const isId = (text: string) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** What people said that these follow, from the list that everybody may read. */
async function followedBy(visit: Visit, consultationId: string, { items }: Page<MilestoneView>): Promise<ReadonlyMap<string, Followed>> {
  const following = items.flatMap((one): Following[] => [one, ...one.earlier]);
  const statements = [...new Set(following.flatMap(({ statementId }) => statementId ?? []))];
  if (statements.length === 0) return new Map();
  const [words, answers] = await Promise.all([
    wordsOf(visit, following),
    Promise.all(inPages(statements).map((only) => visit.api.ask(listOfficialAnswers, { consultationId, only }))),
  ]);
  const answered = new Set(answers.flatMap((page) => page.items.map(({ aboutId }) => aboutId)));
  return new Map(statements.map((id) => [id, { said: words.get(id), isAnswered: answered.has(id) }]));
}

/** As many ids as a list is asked for at once. */
const inPages = (ids: readonly string[]): string[] =>
  ids.length === 0 ? [] : [ids.slice(0, limits.pageSize).join(','), ...inPages(ids.slice(limits.pageSize))];

async function wordsOf(visit: Visit, following: readonly Following[]): Promise<ReadonlyMap<string, SaidWords>> {
  const activities = [...new Set(following.flatMap(({ activityId, statementId }) => (statementId === null ? [] : (activityId ?? []))))];
  const found = activities.map((activityId) => {
    const statements = new Set(following.flatMap((one) => (one.activityId === activityId ? (one.statementId ?? []) : [])));
    return saidWords(visit.api, activityId, [...statements]);
  });
  return new Map((await Promise.all(found)).flatMap((words) => [...words]));
}
