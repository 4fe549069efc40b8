import { ArrayMaxSize, IsArray, IsIn, IsInt, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import {
  IsOneLine,
  IsPlainText,
  IsUnit,
  Nested,
  OrAbsent,
  OrNull,
  allFieldsOf,
  assuranceLevels,
  command,
  limits,
  type AssuranceLevel,
} from '@isegoria/kernel';
import { WordsOfDraft } from '../consultation/draft/draft.contract';

/** What a template begins a draft with: all that a draft says, but for files and dates. */
export class TemplateDraft extends WordsOfDraft {
  /** The level of the people that headline figures count from; that of the site when absent. */
  @OrAbsent()
  @IsIn(assuranceLevels)
  countsFrom?: AssuranceLevel;
}

/** A length of time by the calendar: first the months, then the days. A month after 31 August is 30 September. */
export class CalendarTerm {
  @IsInt()
  @Min(0)
  @Max(limits.termMonthsMax)
  months: number;

  @IsInt()
  @Min(0)
  @Max(limits.termDaysMax)
  days: number;
}

/** When a phase is open, from the day on which the first one opens; it closes at the end of its last day. */
export class PhaseTerms {
  @Nested(() => CalendarTerm) opensAfter: CalendarTerm;
  @Nested(() => CalendarTerm) closesAfter: CalendarTerm;
}

export class TemplateWords {
  @IsOneLine()
  @MaxLength(limits.titleLength)
  name: string;

  /** What it is for, for colleagues. */
  @OrAbsent()
  @IsPlainText()
  @MaxLength(limits.aboutLength)
  note?: string;

  /** One for each phase, in their order; absent where it says nothing of dates. */
  @OrAbsent()
  @Nested(() => PhaseTerms, { each: true })
  @ArrayMaxSize(limits.phasesMax)
  dates?: PhaseTerms[];
}

export class TemplatesOfUnit {
  @IsUnit() unit: string;
}
export class OneTemplate extends TemplatesOfUnit {
  @IsUUID() templateId: string;
}

export class SaveTemplate extends allFieldsOf(TemplatesOfUnit, TemplateWords) {
  @Nested(() => TemplateDraft) draft: TemplateDraft;
}
export class ChangeTemplate extends allFieldsOf(OneTemplate, TemplateWords) {}
export class WithdrawTemplate extends OneTemplate {}
export class ShowTemplates extends TemplatesOfUnit {}
export class ShowTemplate extends OneTemplate {}

export class TemplateSummary {
  @IsUUID() readonly id: string;
  /** Whose it is: those below it may use it as well. */
  @IsUnit() readonly unit: string;
  @IsString() readonly name: string;
  @OrNull() @IsString() readonly note: string | null;
  /** How many phases it has. */
  @IsInt() readonly phases: number;
  @OrNull() @Nested(() => PhaseTerms, { each: true }) readonly dates: readonly PhaseTerms[] | null;
}
export class TemplateView extends TemplateSummary {
  @Nested(() => TemplateDraft) readonly draft: TemplateDraft;
  /** Counts its changes. */
  @IsInt() readonly version: number;
}
export class TemplateList {
  /** By name; those of the unit, and those of all above it. */
  @IsArray() @Nested(() => TemplateSummary, { each: true }) readonly items: readonly TemplateSummary[];
}

/** Templates are in no log: no event makes a version, their rows count them. */
const versionsOfRows: readonly string[] = [];

export const saveTemplate = command(SaveTemplate, {
  route: 'POST /units/:unit/consultation-templates',
  may: 'consult',
  summary: 'Save a template for drafts of consultations of a unit',
  reply: TemplateSummary,
});
export const changeTemplate = command(ChangeTemplate, {
  route: 'PUT /units/:unit/consultation-templates/:templateId',
  may: 'consult',
  summary: 'Change name, note and dates of a template',
  reply: TemplateSummary,
  versionedBy: versionsOfRows,
});
export const withdrawTemplate = command(WithdrawTemplate, {
  route: 'DELETE /units/:unit/consultation-templates/:templateId',
  may: 'consult',
  summary: 'Withdraw a template; drafts that were made from it stay as they are',
  reply: TemplateSummary,
  versionedBy: versionsOfRows,
});
export const showTemplates = command(ShowTemplates, {
  route: 'GET /units/:unit/consultation-templates',
  may: 'consult',
  summary: 'The templates that a unit may use: its own and those of the units above it',
  reply: TemplateList,
});
export const showTemplate = command(ShowTemplate, {
  route: 'GET /units/:unit/consultation-templates/:templateId',
  may: 'consult',
  summary: 'One template that a unit may use, with the draft that it begins',
  reply: TemplateView,
});
