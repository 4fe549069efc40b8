import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsISO8601, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { AttachFile, AttachmentView, type Attached } from '@isegoria/content';
import {
  HasNoPicture,
  IsMoment,
  IsOneLine,
  IsPlainText,
  IsUnit,
  Nested,
  OrAbsent,
  OrNull,
  PageRequest,
  categoryForm,
  command,
  event,
  languages,
  limits,
  pageQuery,
  type DomainEvent,
  type Language,
} from '@isegoria/kernel';
import { milestones, sampleIds } from '../streams.contract';

export const milestoneStatuses = ['planned', 'inProgress', 'done', 'dropped'] as const;
export type MilestoneStatus = (typeof milestoneStatuses)[number];

/** Those of which something is still to come. */
export const standingStatuses: readonly MilestoneStatus[] = ['planned', 'inProgress'];

/** Where somebody can see for themselves. */
export class EvidenceLink {
  /** On the web. */
  @Matches(/^https?:\/\/[^\s<>"'`\\]+$/)
  @MaxLength(limits.linkLength)
  address: string;

  /** What stands there. */
  @IsOneLine()
  @MaxLength(limits.nameLength)
  words: string;
}

/** A step of what an office does about what people said, as it stands. */
export class MilestoneWords {
  @IsOneLine()
  @MaxLength(limits.titleLength)
  title: string;

  /** Markdown: what is done. */
  @IsPlainText()
  @HasNoPicture()
  @MaxLength(limits.answerLength)
  text: string;

  /** Who does it: an office, in its own words. */
  @OrAbsent()
  @OrNull()
  @IsOneLine()
  @MaxLength(limits.nameLength)
  responsible?: string | null;

  /** By when it is done. */
  @IsMoment()
  dueAt: string;

  @IsIn(milestoneStatuses)
  status: MilestoneStatus;

  /** Markdown: what shows that it is done, in words. What is done has such words, a link or a file. */
  @OrAbsent()
  @OrNull()
  @IsPlainText()
  @HasNoPicture()
  @MaxLength(limits.reasonLength)
  evidence?: string | null;

  @OrAbsent()
  @Nested(() => EvidenceLink, { each: true })
  @ArrayMaxSize(limits.linksMax)
  links?: EvidenceLink[];

  /** Files that show it; added before. */
  @OrAbsent()
  @Nested(() => AttachFile, { each: true })
  @ArrayMaxSize(limits.documentsMax)
  documents?: AttachFile[];

  /** The activity whose results it follows. */
  @OrAbsent()
  @OrNull()
  @IsUUID()
  activityId?: string | null;

  /** What somebody said in that activity that it follows. */
  @OrAbsent()
  @OrNull()
  @IsUUID()
  statementId?: string | null;
}

export class PlanMilestone extends MilestoneWords {
  @IsUUID()
  consultationId: string;
}
export const planMilestone = command(PlanMilestone, {
  route: 'POST /consultations/:consultationId/milestones',
  may: 'consult',
  summary: 'Say what is done about the outcome of a consultation, and by when',
});

export class ChangeMilestone extends MilestoneWords {
  @IsUUID()
  consultationId: string;

  @IsUUID()
  milestoneId: string;

  /** What is changed and why, for everybody. */
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  note: string;
}
export const changeMilestone = command(ChangeMilestone, {
  route: 'POST /consultations/:consultationId/milestones/:milestoneId',
  may: 'consult',
  summary: 'Change a milestone in the open: where it stands, when it is due, or what shows it, with a public note',
  versionedBy: ['MilestoneSet'],
});

/** A milestone as it stood, and what the change says of it. */
export class EarlierMilestoneView {
  @IsString() readonly title: string;
  @IsString() readonly text: string;
  @OrNull() @IsString() readonly responsible: string | null;
  @IsISO8601() readonly dueAt: string;
  @IsIn(milestoneStatuses) readonly status: MilestoneStatus;
  @OrNull() @IsString() readonly evidence: string | null;
  @Nested(() => EvidenceLink, { each: true }) readonly links: readonly EvidenceLink[];
  @Nested(() => AttachmentView, { each: true }) readonly documents: readonly AttachmentView[];
  @OrNull() @IsUUID() readonly activityId: string | null;
  @OrNull() @IsUUID() readonly statementId: string | null;
  @IsString() readonly note: string;
  @IsISO8601() readonly changedAt: string;
}

/** What an office promised once the day by which it was due had passed. */
export class MovedMilestoneView {
  /** By when it is done now. */
  @IsISO8601() readonly dueAt: string;
  @IsISO8601() readonly movedAt: string;
  /** Why. */
  @IsString() readonly note: string;
}

export class MilestoneView {
  @IsUUID() readonly id: string;
  @IsUUID() readonly consultationId: string;
  /** Of the consultation, as its title and the language in which both are written. */
  @IsUnit() readonly unit: string;
  @IsString() readonly consultationTitle: string;
  @IsIn(languages) readonly language: Language;
  @IsString() readonly title: string;
  @IsString() readonly text: string;
  @OrNull() @IsString() readonly responsible: string | null;
  /** The day that counts: once it has passed while something was still to come, it stays, whatever is promised later. */
  @IsISO8601() readonly dueAt: string;
  /** Null where nothing else was promised after that day. */
  @OrNull() @Nested(() => MovedMilestoneView) readonly moved: MovedMilestoneView | null;
  @IsIn(milestoneStatuses) readonly status: MilestoneStatus;
  /** Whether it is due, and neither done nor dropped. */
  @IsBoolean() readonly isOverdue: boolean;
  /** Whether it was neither done nor dropped when it was due: this stays. */
  @IsBoolean() readonly isLate: boolean;
  @OrNull() @IsString() readonly evidence: string | null;
  @Nested(() => EvidenceLink, { each: true }) readonly links: readonly EvidenceLink[];
  @Nested(() => AttachmentView, { each: true }) readonly documents: readonly AttachmentView[];
  @OrNull() @IsUUID() readonly activityId: string | null;
  @OrNull() @IsUUID() readonly statementId: string | null;
  @IsISO8601() readonly plannedAt: string;
  /** When it was last changed; null where it stands as it was planned. */
  @OrNull() @IsISO8601() readonly changedAt: string | null;
  /** How it stood before its last changes, in the order in which they were made. */
  @Nested(() => EarlierMilestoneView, { each: true }) readonly earlier: readonly EarlierMilestoneView[];
  /** How often it was changed. */
  @IsInt() readonly changes: number;
  @IsInt() readonly version: number;
}

/** `standing` = neither done nor dropped; `overdue` = of those, the ones that are due. */
export const milestoneChoices = ['standing', 'overdue'] as const;
export type MilestoneChoice = (typeof milestoneChoices)[number];

export class ListMilestones extends PageRequest {
  @OrAbsent() @IsUUID() consultationId?: string;
  /** This one alone. */
  @OrAbsent() @IsUUID() milestoneId?: string;
  /** Those of this unit and of all below it. */
  @OrAbsent() @IsUnit() unit?: string;
  /** Those of consultations of this topic and of all below it. */
  @OrAbsent() @Matches(categoryForm) topic?: string;
  /** Those of consultations of this area and of all below it. */
  @OrAbsent() @Matches(categoryForm) area?: string;
  @OrAbsent() @IsIn(milestoneChoices) only?: MilestoneChoice;
}
export const listMilestones = pageQuery(ListMilestones, MilestoneView, {
  route: 'GET /milestones',
  may: 'anyone',
  summary: 'What offices do about the outcomes of consultations, what is due first first',
});

export class ListWaitingMilestones extends PageRequest {
  /** Only in this unit and below it. */
  @OrAbsent() @IsUnit() unit?: string;
}
export const listWaitingMilestones = pageQuery(ListWaitingMilestones, MilestoneView, {
  route: 'GET /milestones/waiting',
  may: 'consult',
  summary: 'What is neither done nor dropped of what the account’s units do about outcomes, what is due first first',
});

const { consultationId, by } = sampleIds;

/** A step as the log has it. */
export interface MilestoneData {
  readonly title: string;
  readonly text: string;
  readonly responsible: string | null;
  readonly dueAt: string;
  readonly status: MilestoneStatus;
  /** What shows it in words; absent in what was recorded before anybody was asked for it. */
  readonly evidence?: string | null;
  readonly links: readonly { readonly address: string; readonly words: string }[];
  readonly documents: readonly Attached[];
  /** The activity whose results it follows, and what somebody said there; null: the outcome as a whole. */
  readonly follows: { readonly activityId: string; readonly statementId: string | null } | null;
}

export type MilestoneSet = DomainEvent<
  'MilestoneSet',
  MilestoneData & { milestoneId: string; consultationId: string; note: string | null; by: string }
>;
export const milestoneSet = event<MilestoneSet>('MilestoneSet', {
  stream: milestones,
  says:
    'The office says what it does about the outcome of a consultation, by when, and what shows that it is done. Again: a change, whose ' +
    '`note` says why; how it stood before stays in the log and on the page.',
  may: 'consult',
  act: { subject: 'milestoneId', reason: 'note' },
  sample: {
    milestoneId: sampleIds.milestoneId,
    consultationId,
    title: 'The pool is dug',
    text: 'Work begins once the frost is over.',
    responsible: 'Parks department',
    dueAt: '2026-09-30T21:59:59.999Z',
    status: 'planned',
    evidence: null,
    links: [{ address: 'https://city.example/pool', words: 'The plan' }],
    documents: [],
    follows: null,
    note: null,
    by,
  },
});
