import { IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsNumber, IsString, IsUUID, MaxLength, Min } from 'class-validator';
import { moderationRules, type ModerationRule } from '@isegoria/content';
import { IsSecret, Nested, OrNull, PageRequest, command } from '@isegoria/kernel';

/** What people are told of, by the subject under which they may turn it off. */
export const noteSubjects = {
  decisions: [
    'statement-accepted',
    'statement-rejected',
    'statement-waiting',
    'comment-hidden',
    'comment-restored',
    'question-hidden',
    'question-restored',
  ],
  answers: [
    ...(['question-answered', 'answer-revised', 'statement-answered', 'statement-answer-corrected'] as const),
    ...(['text-answered', 'text-answer-corrected', 'paragraph-answered', 'paragraph-answer-corrected'] as const),
  ],
  consultations: [
    ...(['consultation-closed', 'outcome-published', 'outcome-revised', 'activity-answered', 'activity-answer-corrected'] as const),
    ...(['milestone-planned', 'milestone-changed'] as const),
  ],
  reports: ['report-upheld', 'report-dismissed'],
  changes: ['consultation-corrected', 'dates-changed', 'consultation-cancelled', 'answer-term-changed'],
  drafts: ['draft-waiting', 'draft-approved', 'draft-sent-back'],
} as const;

export type NoteSubject = keyof typeof noteSubjects;
export type NoteKind = (typeof noteSubjects)[NoteSubject][number];

export const subjectsOfNotes = Object.keys(noteSubjects) as readonly NoteSubject[];
export const noteKinds: readonly NoteKind[] = Object.values(noteSubjects).flat();

/** Of what officials alone are told; everything else is about what somebody contributed. */
export const subjectsOfOffice: readonly NoteSubject[] = ['drafts'];

/** Where people are told. */
export const noteWays = ['site', 'mail'] as const;
export type NoteWay = (typeof noteWays)[number];

/** Such as `mail.answers`. */
export type NoteSwitch = `${NoteWay}.${NoteSubject}`;
export const noteSwitches = noteWays.flatMap((way) => subjectsOfNotes.map((subject): NoteSwitch => `${way}.${subject}`));

/** One thing that happened to what a person contributed, or to a draft of their office. */
export class NoteView {
  /** The log position of what happened. */
  @IsInt() readonly position: number;
  @IsIn(noteKinds) readonly kind: NoteKind;
  @IsISO8601() readonly at: string;
  /** Null for a question in general. */
  @OrNull() @IsUUID() readonly consultationId: string | null;
  @OrNull() @IsString() readonly consultationTitle: string | null;
  /** The statement, comment, question, report, consultation or draft. */
  @IsUUID() readonly aboutId: string;
  /** Why, where somebody gave a reason. */
  @OrNull() @IsString() readonly reason: string | null;
  /** The rule that the reason names. */
  @OrNull() @IsIn(moderationRules) readonly rule: ModerationRule | null;
  /** Whether the person has not marked it as read. */
  @IsBoolean() readonly isNew: boolean;
}

export class Notes {
  @Nested(() => NoteView, { each: true }) readonly items: readonly NoteView[];
  /** The `cursor` of the page that follows; null at the end. */
  @OrNull() @IsString() readonly next: string | null;
}

export class ListNotes extends PageRequest {}
export const listNotes = command(ListNotes, {
  route: 'GET /my-notes',
  may: 'participate',
  summary: 'What happened to what the signed-in person contributed, newest first',
  reply: Notes,
});

export class UnreadNotes {
  /** How many, up to a hundred. */
  @IsInt() readonly count: number;
}

/** The request has no parameters. */
export class CountUnreadNotes {}
export const countUnreadNotes = command(CountUnreadNotes, {
  route: 'GET /my-notes/unread',
  may: 'participate',
  summary: 'How many notes the signed-in person has not marked as read',
  reply: UnreadNotes,
});

export class MarkNotesRead {
  /** The position of the newest note that was read. */
  @IsInt()
  @Min(0)
  upTo: number;
}
export const markNotesRead = command(MarkNotesRead, {
  route: 'PUT /my-notes/read',
  may: 'participate',
  summary: 'Mark all notes up to a place in the log as read',
  status: 204,
});

export class NoteSettings {
  /** What is turned off; everything else is on. */
  @IsArray() @IsIn(noteSwitches, { each: true }) readonly off: readonly NoteSwitch[];
  /** How often mails are sent at most: all of it since the last one is one mail. */
  @IsNumber() readonly mailsEveryMinutes: number;
}

/** The request has no parameters. */
export class ShowNoteSettings {}
export const showNoteSettings = command(ShowNoteSettings, {
  route: 'GET /accounts/current/note-settings',
  may: 'participate',
  summary: 'Of what the signed-in person is told, on the site and by mail',
  reply: NoteSettings,
});

export class ChangeNoteSettings {
  @IsArray()
  @IsIn(noteSwitches, { each: true })
  off: readonly NoteSwitch[];
}
export const changeNoteSettings = command(ChangeNoteSettings, {
  route: 'PUT /accounts/current/note-settings',
  may: 'participate',
  summary: 'Turn kinds of notes and mails off, and all others on',
  status: 204,
  atMostAMinute: 30,
});

export class Unsubscribe {
  @IsString()
  @MaxLength(200)
  @IsSecret()
  token: string;
}
/** One click in a mail is enough (RFC 8058), from whichever device. */
export const unsubscribe = command(Unsubscribe, {
  route: 'POST /unsubscriptions',
  may: 'anyone',
  summary: 'Turn all mails about contributions off, with the token from one of them',
  status: 204,
  atMostAMinute: 30,
});
