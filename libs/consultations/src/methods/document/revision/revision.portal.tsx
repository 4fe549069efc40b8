import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import {
  carry,
  documentsRead,
  formFor,
  idInPath,
  listOf,
  sentForm,
  shownAgain,
  textOf,
  type FileRead,
  type Visit,
  type Visited,
} from '@isegoria/portal-kit';
import type { Texts } from '@isegoria/texts';
import type { FormState } from '@isegoria/ui';
import { showConsultation } from '../../../consultation/consultation.contract';
import { unitOfAct } from '../../../consultation/office/manage.portal';
import { notPublished, staysAsChecked } from '../../../consultation/office/not-now.page';
import { listStatements, type StatementView } from '../../deliberation/statement/statement.contract';
import { showCoverage } from '../answered/coverage.contract';
import { bySentence } from '../carrying/by-sentence';
import { changesBetween } from '../comparison/comparison';
import { markOf } from '../comparison/mark-of';
import { showDocument, type DocumentView } from '../document.contract';
import { hasPending, withPending, withRead } from '../importing/imported.page';
import { blocksIn, markdownOf } from '../paper/blocks';
import { named } from '../paper/versions';
import { reviseDocument } from './revision.contract';
import { RevisionPage, revisionPath, type Outlook } from './revision.page';

/** Where officials write further versions of a text. */
@Controller('office/papers/:id')
export class RevisionOffice {
  @Get()
  async form(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showForm(visit, idInPath(id));
  }

  @Post()
  async revise(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const activityId = idInPath(id);
    const sent = sentForm(body);
    const brought = withText(sent, await documentsRead(visit), visit.texts);
    if (brought && brought.errors.length === 0) return showForm(visit, activityId, brought);
    if (brought) return showForm(visit, activityId, visit.refuseWith(shownAgain(brought, brought.errors)), 422);
    const { change, seen, document } = sent.values;
    // What nobody has been shown yet is not published, whichever button was pressed.
    const isOther = seen !== undefined && document !== undefined && seen !== markOf(String(document));
    if (change !== undefined || isOther) return showForm(visit, activityId, sent);
    await carry(visit, body, reviseDocument, {
      command: (form) => ({
        activityId,
        document: textOf(form, 'document'),
        reason: textOf(form, 'reason'),
        follows: listOf(form, 'follows'),
      }),
      accepted: ({ position }) => visit.seeOther(revisionPath(activityId), position),
      refused: (form, status) => showForm(visit, activityId, form, status),
    });
  }
}

/** The form with the text of a file, or with what somebody said of one; undefined where it brings neither. */
function withText(sent: FormState, files: readonly FileRead[], texts: Texts): FormState | undefined {
  const { change } = sent.values;
  if (files.length > 0) return files.reduce((form, file) => withRead(form, file, texts), sent);
  if (change === undefined) return hasPending(sent) ? withPending(sent, 'pending', texts) : undefined;
  return change === 'preview' ? undefined : withPending(sent, String(change), texts);
}

async function showForm(visit: Visit, activityId: string, sent?: FormState, status = 200): Promise<void> {
  visit.mustBePermitted('consult');
  const paper = await visit.api.ask(showDocument, { activityId });
  const consultation = await visit.api.ask(showConsultation, { consultationId: paper.consultationId });
  visit.mustBePermitted('consult', consultation.unit);
  if (consultation.status === 'draft') throw new Rejection('NOT_FOUND');
  const form = formFor({ values: { document: markdownOf(paper.blocks), reason: '' }, version: paper.version }, sent);
  const outlook = sent && (await outlookOf(visit, paper, textOf(sent, 'document')));
  const { needsReview } = await unitOfAct(visit, consultation.unit);
  const why = notPublished(consultation) ?? staysAsChecked(consultation, needsReview);
  visit.show(<RevisionPage {...{ consultation, paper, why, form, outlook }} />, {
    title: visit.texts.t('revision.title'),
    status,
    address: revisionPath(activityId),
  });
}

/** What would become of everything that people wrote: only on paragraphs that differ can it be anything but what it is. */
async function outlookOf(visit: Visit, paper: DocumentView, markdown: string): Promise<Outlook> {
  const lastNumber = Math.max(...paper.blocks.map(({ id }) => Number(id.slice(1))));
  const { blocks } = named(blocksIn(markdown), { blocks: paper.blocks, lastNumber });
  const onChanged = new Map<string, readonly StatementView[]>();
  const lost: StatementView[] = [];
  const annotated = new Map(paper.blocks.map(({ id, annotations }) => [id, annotations]));
  const carry = bySentence(paper.blocks, blocks);
  for (const { id, before, after } of changesBetween(paper.blocks, blocks)) {
    if (before === after || (annotated.get(id) ?? 0) === 0) continue;
    const annotations = await annotationsOf(visit, paper.activityId, id);
    onChanged.set(id, annotations);
    lost.push(...annotations.filter(({ carried }) => carried?.lostIn === null && !carry(carried)));
  }
  // Of all paragraphs that ever had any: those that lost their place earlier are on paragraphs that were left out, too.
  const { annotations: all } = await visit.api.ask(showCoverage, { activityId: paper.activityId });
  return { blocks, onChanged, lost, kept: all - paper.lost - lost.length };
}

/** All that everybody may read of a paragraph. */
async function annotationsOf(visit: Visit, activityId: string, paragraph: string): Promise<StatementView[]> {
  const found: StatementView[] = [];
  let cursor: string | undefined;
  do {
    const page = await visit.api.ask(listStatements, { activityId, paragraph, cursor });
    found.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
}
