import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection, rootUnit } from '@isegoria/kernel';
import { unless } from '@isegoria/api-client';
import { showAuthorsSuspension, suspendAuthor, type SuspensionRecord } from '@isegoria/identity';
import {
  blankForm,
  carry,
  idInPath,
  mustBeWhole,
  namesOf,
  reasonIn,
  sentForm,
  textOf,
  wholeNumberIn,
  type Visit,
  type Visited,
} from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { decideAppeal } from '../../appeal/appeal.contract';
import { showComment } from '../../comment/comment.contract';
import { reportedKinds, type ReportedKind } from '../../report/report.contract';
import { carryOut, judgeReason } from '../acts/carry-out.portal';
import { stepOn, type Step } from '../acts/desk-acts';
import { listDesk, type DeskItemView } from '../desk.contract';
import { deskItemPath } from '../pages/desk-item.page';
import { DeskItemPage, type DeskItemPageProps } from './item.page';

type Forms = Partial<DeskItemPageProps['forms']>;

@Controller('office/moderation')
export class DeskItemController {
  @Get(':items/:id')
  async show(@Res() { visit }: Visited, @Param('items') items: string, @Param('id') id: string): Promise<void> {
    await showItem(visit, await itemAt(visit, items, id), {});
  }

  @Post(':items/:id')
  async decide(@Res() { visit }: Visited, @Param('items') items: string, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    visit.mustBePermitted('moderate');
    const item = await itemAt(visit, items, id);
    const sent = sentForm(body);
    const judged = await judgeReason(visit, sent);
    if (judged.form) return showItem(visit, item, { decide: judged.form }, judged.status);
    const step = (form: FormState) => stepOn(item, textOf(form, 'act') === 'keep' ? 'keep' : 'hide', reasonIn(form));
    await carry(visit, body, step(sent).contract, {
      command: (form) => step(form).command,
      accepted: (accepted) => visit.seeOther(placeOf(item), (accepted as { position: number }).position),
      refused: async (form, status) => showItem(visit, await itemAt(visit, items, id), { decide: form }, status),
    });
  }

  /** What is granted is shown again in the same step. */
  @Post(':items/:id/appeals/:appeal')
  async decideAppeal(
    @Res() { visit }: Visited,
    @Param('items') items: string,
    @Param('id') id: string,
    @Param('appeal') appeal: string,
    @Body() body: unknown,
  ): Promise<void> {
    visit.mustBePermitted('moderate');
    const [item, appealId, sent] = [await itemAt(visit, items, id), idInPath(appeal), sentForm(body)];
    const granted = textOf(sent, 'granted') === 'yes';
    const decision = { reason: textOf(sent, 'reason').trim() };
    const decide: Step = { contract: decideAppeal, command: { ...decision, appealId, granted } };
    const steps = granted && item.state === 'hidden' ? [stepOn(item, 'keep', decision), decide] : [decide];
    const decideWhole = () => {
      mustBeWhole(sent);
      return carryOut(visit, steps, sent.key);
    };
    const attempt = await visit.attempt(sent, async () => decideWhole(), decideAppeal);
    if (attempt.form) return showItem(visit, await itemAt(visit, items, id), { appeal: attempt.form }, attempt.status);
    visit.tellOfAcceptance(sent, decideAppeal);
    visit.seeOther('/office/moderation', attempt.accepted);
  }

  @Post(':items/:id/suspension')
  async suspend(@Res() { visit }: Visited, @Param('items') items: string, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const item = await itemAt(visit, items, id);
    await carry(visit, body, suspendAuthor, {
      command: (form) => ({ author: item.author ?? '', days: wholeNumberIn(form, 'days') as number, ...reasonIn(form) }),
      accepted: ({ position }) => visit.seeOther(deskItemPath(item), position),
      refused: (form, status) => showItem(visit, item, { suspend: form }, status),
    });
  }
}

async function showItem(visit: Visit, item: DeskItemView, sent: Forms, status = 200): Promise<void> {
  const forms = { decide: withVersion(sent.decide, item), appeal: sent.appeal ?? blankForm(), suspend: sent.suspend ?? blankForm() };
  const [about, others, replied] = await Promise.all([aboutItem(visit, item), othersBy(visit, item), repliedTo(visit, item)]);
  const nameOf = await namesOf(visit, [item.author]);
  const maySuspend = visit.may('moderate', rootUnit);
  const standing = maySuspend ? await suspensionOf(visit, item) : undefined;
  const page = <DeskItemPage {...{ item, about, others, nameOf, maySuspend, standing, forms }} place={placeOf(item)} inReplyTo={replied} />;
  const title = visit.texts.t(`desk.kind.${item.item}`);
  visit.show(page, { title, status, address: deskItemPath(item) });
}

/** A decision is based on what the page shows. */
function withVersion(sent: FormState | undefined, { version }: DeskItemView): FormState {
  return { ...(sent ?? blankForm()), version };
}

/** @throws Rejection NOT_FOUND for what the visitor may not moderate */
async function itemAt(visit: Visit, items: string, id: string): Promise<DeskItemView> {
  visit.mustBePermitted('moderate');
  const kind = reportedKinds.find((known) => `${known}s` === items);
  if (!kind) throw new Rejection('NOT_FOUND');
  const found = await inEachState(visit, { itemId: idInPath(id), kind });
  if (!found[0]) throw new Rejection('NOT_FOUND');
  return found[0];
}

async function inEachState(visit: Visit, asked: { itemId?: string; author?: string; kind?: ReportedKind }): Promise<DeskItemView[]> {
  const states = ['waiting', 'shown', 'hidden'] as const;
  const pages = await Promise.all(states.map((state) => visit.api.ask(listDesk, { ...asked, state })));
  return pages.flatMap(({ items }) => items).sort((one, other) => one.position - other.position);
}

async function aboutItem(visit: Visit, { itemId }: DeskItemView): Promise<DeskItemView[]> {
  const { items } = await visit.api.ask(listDesk, { itemId });
  return items.filter(({ kind }) => kind === 'report' || kind === 'appeal');
}

/** A pseudonym is of one consultation, so this leads to nothing that the person wrote elsewhere. */
async function othersBy(visit: Visit, { author, itemId }: DeskItemView): Promise<DeskItemView[]> {
  if (author === null) return [];
  const all = await inEachState(visit, { author });
  return all.filter((other) => other.kind === other.item && other.itemId !== itemId);
}

async function suspensionOf(visit: Visit, { author }: DeskItemView): Promise<SuspensionRecord | undefined> {
  return author === null ? undefined : visit.api.ask(showAuthorsSuspension, { author }).catch(unless('NOT_FOUND'));
}

async function repliedTo(visit: Visit, { item, itemId }: DeskItemView): Promise<string | null> {
  if (item !== 'comment') return null;
  const { inReplyTo } = await visit.api.ask(showComment, { commentId: itemId });
  return inReplyTo === null ? null : (await visit.api.ask(showComment, { commentId: inReplyTo })).text;
}

function placeOf({ item, itemId, consultationId }: DeskItemView): string {
  if (item === 'question') return `/questions/${itemId}`;
  return item === 'comment' ? `/consultations/${consultationId}/comments` : `/consultations/${consultationId}`;
}
