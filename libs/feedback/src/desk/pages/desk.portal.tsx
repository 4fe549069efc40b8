import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { deskStates, findModerated, showConsultation } from '@isegoria/consultations';
import { unless } from '@isegoria/api-client';
import type { ModeratorsDecision } from '@isegoria/content';
import { languages, limits } from '@isegoria/kernel';
import {
  blankForm,
  decideOnEach,
  describeFields,
  listOf,
  namesOf,
  narrowedTo,
  reasonIn,
  sentForm,
  shownAgain,
  textOf,
  unitsOf,
  withQuery,
  type Visit,
  type Visited,
} from '@isegoria/portal-kit';
import type { FormError, FormState } from '@isegoria/ui';
import { carryOut, judgeReason } from '../acts/carry-out.portal';
import { chosenIn, chosenValue, isUndoable, stepsOf, undoing, type Chosen, type DeskAct, type Step } from '../acts/desk-acts';
import { deskKinds, listDesk, type DeskItemView } from '../desk.contract';
import { DeskPage, type DeskDone } from './desk.page';
import type { DeskFilters, DeskTitles } from './desk-filter.page';

describeFields({ act: { steers: true }, granted: { steers: true }, rule: { steers: true } });

/** What was sent with the desk, and why some of it was refused. */
interface Sent {
  readonly form: FormState;
  readonly chosen: readonly string[];
  readonly refused: ReadonlyMap<string, string>;
  readonly status: number;
  /** Where in the log the last decision stands that was taken. */
  readonly after?: number;
}
const nothingSent = (): Sent => ({ form: blankForm(), chosen: [], refused: new Map(), status: 200 });

@Controller('office/moderation')
export class DeskController {
  @Get()
  async desk(@Res() { visit }: Visited): Promise<void> {
    await showDesk(visit, nothingSent());
  }

  @Post()
  async decide(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await decide(visit, sentForm(body));
  }

  /** Puts back what was decided last, on record: nothing is decided the other way round. */
  @Post('undo')
  async undo(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    visit.mustBePermitted('moderate');
    const decision: ModeratorsDecision = { reason: visit.texts.t('desk.undone') };
    await carryOutEach(visit, sentForm(body), 'undo', (one) => [undoing(one, decision)]);
  }
}

type StepsFor = (one: Chosen) => Step[];

async function decide(visit: Visit, form: FormState): Promise<void> {
  visit.mustBePermitted('moderate');
  const { t } = visit.texts;
  const act: DeskAct = textOf(form, 'act') === 'hide' ? 'hide' : 'keep';
  const [values, all] = chosenOf(form);
  if (all.length === 0) return showDesk(visit, refusal(form, values, { message: t('desk.nothingChosen') }));
  const decision = reasonIn(form);
  const needsReason = act === 'hide' || all.some((one) => one.kind !== 'statement');
  if (needsReason && decision.reason === '')
    return showDesk(visit, refusal(form, values, { field: 'reason', message: t('desk.needsReason') }));
  const judged = await judgeReason(visit, form);
  if (judged.form) return showDesk(visit, { ...nothingSent(), ...judged, chosen: values });
  await carryOutEach(visit, form, act, (one) => stepsOf(one, act, decision));
}

/** What is refused stays chosen and says why. */
async function carryOutEach(visit: Visit, form: FormState, act: DeskDone['act'], stepsFor: StepsFor): Promise<void> {
  const { t } = visit.texts;
  const [values, all] = chosenOf(form);
  if (all.length === 0) return showDesk(visit, refusal(form, values, { message: t('desk.nothingChosen') }));
  const decisions = all.map((one) => {
    const steps = stepsFor(one);
    return { one, id: one.id, contract: steps[0]!.contract, carryOut: () => carryOut(visit, steps, `${form.key}-${one.id}`) };
  });
  const { done, refused, position, wrong } = await decideOnEach(visit, form, decisions);
  const left = leftOf(values, done);
  if (wrong) return showDesk(visit, { ...nothingSent(), ...wrong, chosen: left, after: position });
  const next = { ...filtersIn(visit), ...told(visit, done, act) };
  if (refused.size === 0) return visit.seeOther(withQuery('/office/moderation', next), position);
  const errors = [{ message: t('desk.someRefused', { done: done.length, refused: refused.size }) }];
  await showDesk(visit, { form: visit.refuseWith(shownAgain(form, errors)), chosen: left, refused, status: 409, after: position });
}

function chosenOf(form: FormState): readonly [values: readonly string[], all: readonly Chosen[]] {
  const values = listOf(form, 'chosen');
  return [values, values.map(chosenIn).filter((one) => one !== undefined)];
}

function leftOf(values: readonly string[], done: readonly Chosen[]): string[] {
  const ids = new Set(done.map(({ id }) => id));
  return values.filter((value) => !ids.has(chosenIn(value)?.id ?? ''));
}

function refusal(form: FormState, chosen: readonly string[], error: FormError): Sent {
  return { ...nothingSent(), form: shownAgain(form, [error]), chosen, status: 422 };
}

async function showDesk(visit: Visit, sent: Sent): Promise<void> {
  visit.mustBePermitted('moderate');
  const [filters, cursor] = [filtersIn(visit), visit.cursor()];
  const api = sent.after ? visit.api.as({ after: sent.after }) : visit.api;
  const listed = await api.ask(listDesk, { ...filters, cursor });
  const left = sent.chosen.map(chosenIn).filter((one) => one !== undefined);
  const desk = { ...listed, items: [...(await notListed(api, left, listed.items)), ...listed.items] };
  const isLeft = (item: DeskItemView) => left.some((one) => isSame(one, item));
  const nameOf = await namesOf(
    visit,
    desk.items.map(({ author }) => author),
  );
  const chosen = desk.items.filter(isLeft).map(chosenValue);
  const units = (await unitsOf(visit)).choices(({ unit }) => visit.may('moderate', unit));
  const shown = { ...sent, chosen, desk, filters, units, titles: await titlesFor(visit, filters), cursor, nameOf };
  const page = <DeskPage {...shown} done={doneIn(visit)} undo={blankForm()} />;
  visit.show(page, { title: visit.texts.t('moderation.title'), status: sent.status, address: '/office/moderation' });
}

type Named = Pick<Chosen, 'kind' | 'id'>;
const isSame = (one: Named, other: Named) => one.kind === other.kind && one.id === other.id;

/** What is still to be decided on, and is on no list that is shown since somebody else decided on it meanwhile. */
async function notListed(api: Visit['api'], left: readonly Chosen[], listed: readonly DeskItemView[]): Promise<DeskItemView[]> {
  const missing = left.filter((one) => !listed.some((item) => isSame(one, item)));
  const found = await Promise.all(
    missing.flatMap(({ itemId }) => deskStates.map(async (state) => (await api.ask(listDesk, { itemId, state })).items)),
  );
  return missing.flatMap((one) => found.flat().find((item) => isSame(one, item)) ?? []);
}

function filtersIn(visit: Visit): DeskFilters {
  const { query } = visit.request;
  const one = <Value extends string>(name: string, known: readonly Value[]) => known.find((value) => value === query[name]);
  const text = (name: string, form: RegExp) => {
    const value = query[name];
    return typeof value === 'string' && form.test(value) ? value : undefined;
  };
  return {
    kind: one('kind', deskKinds),
    state: one('state', deskStates),
    language: one('language', languages),
    unit: narrowedTo(visit),
    consultationId: text('consultationId', /^[0-9a-f-]{36}$/),
    author: text('author', /^[0-9a-f]{32}$/),
  };
}

/** What the consultation is called to which the desk is narrowed, and those whose title has what was typed. */
async function titlesFor(visit: Visit, { consultationId }: DeskFilters): Promise<DeskTitles> {
  const typed = visit.request.query['title'];
  const asked = typeof typed === 'string' ? typed.trim().slice(0, limits.titleLength) : '';
  const [chosen, found] = await Promise.all([
    consultationId === undefined ? undefined : visit.api.ask(showConsultation, { consultationId }).catch(unless('CONSULTATION_NOT_FOUND')),
    asked === '' ? undefined : visit.api.ask(findModerated, { title: asked }),
  ]);
  return { chosen: chosen?.title, asked, found: found?.items ?? [], isMore: (found?.next ?? null) !== null };
}

/** How many things the page can offer to put back. */
const mostToUndo = 10;

/**
 * What was done, in the address of the next page, so that it can be undone at once. To hide again what was hidden needs a reason, and
 * is not offered.
 */
function told(visit: Visit, done: readonly Chosen[], act: DeskDone['act']): Record<string, string> {
  const isFinal = act === 'undo' || (act === 'keep' && filtersIn(visit).state === 'hidden');
  const undo = isFinal ? [] : done.filter((one) => isUndoable(one, act));
  const isOffered = undo.length > 0 && undo.length <= mostToUndo;
  return { done: `${act}.${done.length}`, ...(isOffered && { undo: undo.map(({ item, itemId }) => `${item}.${itemId}`).join(',') }) };
}

function doneIn({ request: { query } }: Visit): DeskDone | undefined {
  const [, act, count] = /^(keep|hide|undo)\.(\d{1,4})$/.exec(String(query['done'] ?? '')) ?? [];
  if (act === undefined) return undefined;
  const undo = String(query['undo'] ?? '')
    .split(',')
    .map((one) => /^(statement|comment|question)\.([0-9a-f-]{36})$/.exec(one))
    .flatMap((found) =>
      found ? [chosenValue({ kind: found[1], id: found[2], item: found[1], itemId: found[2], version: 0 } as Chosen)] : [],
    );
  return { act: act as DeskDone['act'], count: Number(count), undo };
}
