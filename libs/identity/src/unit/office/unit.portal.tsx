import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection, isUnit, rootUnit } from '@isegoria/kernel';
import { blankForm, carry, formFor, textOf, unitsOf, wholeNumberIn, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { CloseUnitPage } from './close-unit.page';
import { closeUnit, makeUnit, renameUnit, setAnswerTerm, setReview, setSmallestGroup } from '../unit.contract';
import { UnitPage, type UnitForms } from './unit.page';
import { unitWordsAsFields, unitWordsSaid } from './unit-name.page';
import { UnitsPage } from './units.page';

/** The pages on which administrators look after units, each within the unit where they hold the role. */
@Controller('office/units')
export class UnitsOfficeController {
  @Get()
  async tree(@Res() { visit }: Visited): Promise<void> {
    visit.mustBePermitted('administer');
    const page = <UnitsPage tree={await unitsOf(visit)} mayChange={(unit) => visit.may('administer', unit)} />;
    visit.show(page, { title: visit.texts.t('units.title') });
  }

  @Get(':unit')
  async unit(@Res() { visit }: Visited, @Param('unit') unit: string): Promise<void> {
    await showUnit(visit, unit);
  }

  @Post(':unit/units')
  async make(@Res() { visit }: Visited, @Param('unit') asked: string, @Body() body: unknown): Promise<void> {
    const above = unitInPath(asked);
    await carry(visit, body, makeUnit, {
      command: (form) => ({ above, ...unitWordsSaid(form) }),
      accepted: ({ position }) => visit.seeOther(`/office/units/${above}`, position),
      refused: (make, status) => showUnit(visit, above, { make }, status),
    });
  }

  @Post(':unit/name')
  async rename(@Res() { visit }: Visited, @Param('unit') asked: string, @Body() body: unknown): Promise<void> {
    const unit = unitInPath(asked);
    await carry(visit, body, renameUnit, {
      command: (form) => ({ unit, ...unitWordsSaid(form) }),
      accepted: ({ position }) => visit.seeOther(`/office/units/${unit}`, position),
      refused: (rename, status) => showUnit(visit, unit, { rename }, status),
    });
  }

  @Post(':unit/review')
  async review(@Res() { visit }: Visited, @Param('unit') asked: string, @Body() body: unknown): Promise<void> {
    const unit = unitInPath(asked);
    await carry(visit, body, setReview, {
      command: (form) => ({ unit, required: textOf(form, 'required') === 'yes' }),
      accepted: ({ position }) => visit.seeOther(`/office/units/${unit}`, position),
      refused: (review, status) => showUnit(visit, unit, { review }, status),
    });
  }

  @Post(':unit/smallest-group')
  async smallestGroup(@Res() { visit }: Visited, @Param('unit') asked: string, @Body() body: unknown): Promise<void> {
    const unit = unitInPath(asked);
    await carry(visit, body, setSmallestGroup, {
      command: (form) => ({ unit, people: wholeNumberIn(form, 'people') as number }),
      accepted: ({ position }) => visit.seeOther(`/office/units/${unit}`, position),
      refused: (group, status) => showUnit(visit, unit, { group }, status),
    });
  }

  @Post(':unit/answer-term')
  async answerTerm(@Res() { visit }: Visited, @Param('unit') asked: string, @Body() body: unknown): Promise<void> {
    const unit = unitInPath(asked);
    await carry(visit, body, setAnswerTerm, {
      command: (form) => ({ unit, days: wholeNumberIn(form, 'days') }),
      accepted: ({ position }) => visit.seeOther(`/office/units/${unit}`, position),
      refused: (term, status) => showUnit(visit, unit, { term }, status),
    });
  }

  @Get(':unit/closure')
  async closure(@Res() { visit }: Visited, @Param('unit') unit: string): Promise<void> {
    await showClosure(visit, unit, blankForm());
  }

  @Post(':unit/closure')
  async close(@Res() { visit }: Visited, @Param('unit') asked: string, @Body() body: unknown): Promise<void> {
    const unit = unitInPath(asked);
    await carry(visit, body, closeUnit, {
      command: (form) => ({ unit, reason: textOf(form, 'reason') }),
      accepted: ({ position }) => visit.seeOther(`/office/units/${unit}`, position),
      refused: (form, status) => showClosure(visit, unit, form, status),
    });
  }
}

/** Anything that does not look like a unit's place is not found, so no other path of the API can be smuggled in. */
function unitInPath(asked: string): string {
  if (!isUnit(asked)) throw new Rejection('UNIT_NOT_FOUND');
  return asked;
}

async function showUnit(visit: Visit, asked: string, sent: Partial<UnitForms> = {}, status = 200): Promise<void> {
  const { unit, tree } = await foundUnit(visit, asked);
  const rename = formFor({ values: unitWordsAsFields(unit), version: unit.version }, sent.rename);
  // The button says what holds now: there is nothing in it to compare.
  const review = formFor({ values: {}, version: unit.reviewVersion }, sent.review);
  const group = formFor({ values: { people: String(unit.smallestGroup) }, version: unit.smallestGroupVersion }, sent.group);
  const days = unit.setsAnswerTerm ? String(unit.answerWithinDays) : '';
  const term = formFor({ values: { days }, version: unit.answerTermVersion }, sent.term);
  const forms = { make: sent.make ?? blankForm(), rename, review, group, term };
  const title = tree.nameOf(unit.unit);
  visit.show(<UnitPage unit={unit} tree={tree} forms={forms} />, {
    title,
    status,
    address: `/office/units/${unit.unit}`,
  });
}

async function showClosure(visit: Visit, asked: string, form: FormState, status = 200): Promise<void> {
  const { unit, tree } = await foundUnit(visit, asked);
  if (unit.unit === rootUnit) throw new Rejection('NOT_FOUND');
  const title = visit.texts.t('units.close');
  visit.show(<CloseUnitPage unit={unit} tree={tree} form={form} />, {
    title,
    status,
    address: `/office/units/${unit.unit}/closure`,
  });
}

/** @throws Rejection FORBIDDEN_ROLE if the visitor does not administer it, UNIT_NOT_FOUND if there is no such unit */
async function foundUnit(visit: Visit, asked: string) {
  const place = unitInPath(asked);
  visit.mustBePermitted('administer', place);
  const tree = await unitsOf(visit);
  const unit = tree.get(place);
  if (!unit) throw new Rejection('UNIT_NOT_FOUND');
  return { unit, tree };
}
