import { IsBoolean, IsInt, IsObject, IsString, Max, MaxLength, Min } from 'class-validator';
import {
  IsOneLine,
  IsPlainText,
  IsUnit,
  Nested,
  OrAbsent,
  OrNull,
  PageRequest,
  command,
  event,
  limits,
  pageQuery,
  rootUnit,
  stream,
  textByLanguage,
  type DomainEvent,
  type TextByLanguage,
} from '@isegoria/kernel';

const NamesByLanguage = textByLanguage(limits.nameLength, IsOneLine());

/** What a unit is called. */
export class UnitWords {
  /** Read by everybody in whose language it has no name. */
  @IsOneLine()
  @MaxLength(limits.nameLength)
  name: string;

  /** By language. All of them: a name that is left out is one that it no longer has. */
  @OrAbsent()
  @OrNull()
  @Nested(() => NamesByLanguage)
  names?: InstanceType<typeof NamesByLanguage> | null;
}

export class MakeUnit extends UnitWords {
  /** The unit right above it. */
  @IsUnit()
  above: string;
}

export class RenameUnit extends UnitWords {
  @IsUnit()
  unit: string;
}

export class CloseUnit {
  @IsUnit()
  unit: string;

  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}

/** Whether a second official checks what is published. */
export class SetReview {
  @IsUnit()
  unit: string;

  @IsBoolean()
  required: boolean;
}

/** Figures of fewer people are not told apart in surveys where no unit says otherwise, and the least and most that one may say. */
export const smallestGroup = { usual: 10, least: 5, most: 100 } as const;

/** How many people a figure is of at least where some people's answers are told apart. */
export class SetSmallestGroup {
  @IsUnit()
  unit: string;

  @IsInt()
  @Min(smallestGroup.least)
  @Max(smallestGroup.most)
  people: number;
}

/** Within how many days of its end a new consultation promises its answer. */
export class SetAnswerTerm {
  @IsUnit()
  unit: string;

  /** Null, or left out, where the unit says nothing itself: then the nearest one above it does, or else the site. */
  @OrAbsent()
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(limits.answerDaysMax)
  days?: number | null;
}

/** What makes a new version of a unit's name. Each of its settings has versions of its own: whoever sets one has seen that one. */
export const newNameOfUnit: readonly UnitEvent['type'][] = ['UnitMade', 'UnitRenamed'];

/** The answer's `id` is the name of the unit's place in the tree, such as `root.1f0c22aa`. */
export const makeUnit = command(MakeUnit, { route: 'POST /units', may: 'administer', summary: 'Make a unit below another one' });
export const renameUnit = command(RenameUnit, {
  route: 'PUT /units/:unit/name',
  may: 'administer',
  summary: 'Give a unit another name, in one language or several',
  versionedBy: newNameOfUnit,
});
export const closeUnit = command(CloseUnit, {
  route: 'POST /units/:unit/closure',
  may: 'administer',
  summary: 'Close a unit and all below it: nothing new is begun there, and what was begun goes on',
});

export const setReview = command(SetReview, {
  route: 'PUT /units/:unit/review',
  may: 'administer',
  summary: 'Have a second official check each consultation of a unit, and of all below it, before it is published, or no longer',
  versionedBy: ['UnitReviewSet'] satisfies UnitEvent['type'][],
});

export const setSmallestGroup = command(SetSmallestGroup, {
  route: 'PUT /units/:unit/smallest-group',
  may: 'administer',
  summary:
    'Say how many people a figure is of at least in the surveys that a unit, or one below it, drafts from now on, and in what is told of ' +
    'feedback on its services',
  versionedBy: ['UnitSmallestGroupSet'] satisfies UnitEvent['type'][],
});

export const setAnswerTerm = command(SetAnswerTerm, {
  route: 'PUT /units/:unit/answer-term',
  may: 'administer',
  summary:
    'Say within how many days of its end a consultation is answered that the unit, or one below it, drafts from now on, unless its ' +
    'draft says otherwise',
  versionedBy: ['UnitAnswerTermSet'] satisfies UnitEvent['type'][],
});

export class UnitView {
  @IsUnit() readonly unit: string;
  /** Null for the root until it is given a name: the site's own name is used for it. */
  @OrNull() @IsString() readonly name: string | null;
  /** By language, where it is not the same in all of them. */
  @IsObject() readonly names: TextByLanguage;
  /** Null for the root. */
  @OrNull() @IsUnit() readonly above: string | null;
  /** Whether it or one above it is closed. */
  @IsBoolean() readonly closed: boolean;
  /** Whether a second official checks its consultations before they are published: it says so, or one above it does. */
  @IsBoolean() readonly needsReview: boolean;
  /** Whether it says so itself. */
  @IsBoolean() readonly setsReview: boolean;
  /** Figures of fewer people are not told apart in its surveys: the most that it or one above it says, and ten where none does. */
  @IsInt() readonly smallestGroup: number;
  /**
   * Within how many days of its end a new consultation of it promises its answer: what it says, or else the nearest one above it. Null
   * where none does, and the site's setting is suggested.
   */
  @OrNull() @IsInt() readonly answerWithinDays: number | null;
  /** Whether it says so itself. */
  @IsBoolean() readonly setsAnswerTerm: boolean;
  /** Of its name; 0 for the root until it is given one. */
  @IsInt() readonly version: number;
  /** Of what it says itself of a second official, of the smallest group and of the term of answers; 0 while it says nothing. */
  @IsInt() readonly reviewVersion: number;
  @IsInt() readonly smallestGroupVersion: number;
  @IsInt() readonly answerTermVersion: number;
}

export class ListUnits extends PageRequest {}
export const listUnits = pageQuery(ListUnits, UnitView, {
  route: 'GET /units',
  may: 'anyone',
  summary: 'The tree of units, each after the one above it',
});

const units = stream('unit-<unit>', 'public');
const unit = `${rootUnit}.1f0c22aa`;
const by = 'ad000000-0000-4000-8000-000000000001';

interface NamedInEvent {
  readonly unit: string;
  readonly name: string;
  /** By language; absent where an earlier program recorded it. */
  readonly names?: TextByLanguage;
  readonly by: string;
}

export type UnitMade = DomainEvent<'UnitMade', NamedInEvent>;
const madeSample = { unit, name: 'Directorate of Water', by };
export const unitMade = event<UnitMade>('UnitMade', {
  stream: units,
  says:
    'A unit is made below another one, which its place says. The root exists from the start. `names` has what it is called by language; ' +
    '`name` is for readers in whose language it has none.',
  may: 'administer',
  act: { subject: 'unit' },
  sample: { ...madeSample, names: { fr: 'Direction de l’eau' } },
  earlier: [{ sample: madeSample, upcast: (data) => ({ names: {}, ...data }) }],
});

export type UnitRenamed = DomainEvent<'UnitRenamed', NamedInEvent>;
const renamedSample = { unit, name: 'Directorate of Water and Shores', by };
export const unitRenamed = event<UnitRenamed>('UnitRenamed', {
  stream: units,
  says: 'The unit is called otherwise from now on. `names` has all its names by language.',
  may: 'administer',
  act: { subject: 'unit' },
  sample: { ...renamedSample, names: { fr: 'Direction de l’eau et des rivages' } },
  earlier: [{ sample: renamedSample, upcast: (data) => ({ names: {}, ...data }) }],
});

export type UnitClosed = DomainEvent<'UnitClosed', { unit: string; by: string; reason: string }>;
export const unitClosed = event<UnitClosed>('UnitClosed', {
  stream: units,
  says: 'Nothing new is begun in the unit or below it.',
  may: 'administer',
  act: { subject: 'unit' },
  sample: { unit, by, reason: 'Merged with another directorate.' },
});

export type UnitReviewSet = DomainEvent<'UnitReviewSet', { unit: string; required: boolean; by: string }>;
export const unitReviewSet = event<UnitReviewSet>('UnitReviewSet', {
  stream: units,
  says:
    'From now on a consultation of the unit, or of one below it, is published only after a second official approved it, or no longer for ' +
    'the sake of this unit.',
  may: 'administer',
  act: { subject: 'unit' },
  sample: { unit, required: true, by },
});

export type UnitSmallestGroupSet = DomainEvent<'UnitSmallestGroupSet', { unit: string; people: number; by: string }>;
export const unitSmallestGroupSet = event<UnitSmallestGroupSet>('UnitSmallestGroupSet', {
  stream: units,
  says:
    'In surveys that the unit, or one below it, drafts from now on, figures of fewer people are not told apart, and at once none are ' +
    'told of what fewer people say of its services; the most that a unit and those above it say holds.',
  may: 'administer',
  act: { subject: 'unit' },
  sample: { unit, people: 20, by },
});

export type UnitAnswerTermSet = DomainEvent<'UnitAnswerTermSet', { unit: string; days: number | null; by: string }>;
export const unitAnswerTermSet = event<UnitAnswerTermSet>('UnitAnswerTermSet', {
  stream: units,
  says:
    'A consultation that the unit, or one below it, drafts from now on promises its answer within so many days of its end, unless its ' +
    'draft says otherwise; the nearest unit that says so holds. Null where this one says nothing any more.',
  may: 'administer',
  act: { subject: 'unit' },
  sample: { unit, days: 45, by },
});
export type UnitEvent = UnitMade | UnitRenamed | UnitClosed | UnitReviewSet | UnitSmallestGroupSet | UnitAnswerTermSet;

export const eventsOfUnits = [unitMade, unitRenamed, unitClosed, unitReviewSet, unitSmallestGroupSet, unitAnswerTermSet] as const;
