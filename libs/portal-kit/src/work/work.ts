import type { Language, RolePermission } from '@isegoria/kernel';
import type { MessageKey } from '@isegoria/texts';
import type { Visit } from '../session/visit';

/** Something that waits for an office. */
export interface WorkItem {
  readonly id: string;
  /** Whose work it is. */
  readonly unit: string;
  /** Who does it there, where somebody said so. */
  readonly responsible?: string | null;
  /** Null where nobody may read it any more. */
  readonly title: string | null;
  /** In which an office wrote it; absent for the words of somebody else. */
  readonly language?: Language;
  /** What it is about, in the same language: a phase, or a consultation. */
  readonly about?: string;
  /** Why it waits again, in the same language. */
  readonly reason?: string;
  /** RFC 3339; null where nothing was promised. */
  readonly dueAt: string | null;
  /** Since when it waits. */
  readonly since: string | null;
  /** How many parts of it wait, and the sentence that says so (`count`). */
  readonly parts?: { readonly count: number; readonly says: MessageKey };
  /** Where it is done. */
  readonly href: string;
}

export interface WorkList {
  readonly items: readonly WorkItem[];
  readonly next: string | null;
  readonly count: number;
}

/** A kind of work of an office: each registers itself in the list of its context, and nothing asks which kind it is. */
export interface WorkKind {
  /** In the address of the page that shows it alone. */
  readonly name: string;
  readonly may: RolePermission;
  /** How much of it waits, by `count`. */
  readonly words: MessageKey;
  /** One of it, on a tag; absent where there is a desk. */
  readonly one?: MessageKey;
  /** What there is to do, on the link that leads there; absent where there is a desk. */
  readonly act?: MessageKey;
  /** Where all of it is done; absent where each is listed. */
  readonly desk?: string;
  /** What is due, before a day and time. */
  readonly due?: MessageKey;
  /** Since when it waits, before a day and time. */
  readonly since?: MessageKey;
  /** What waits in a unit and those below it, in all of the visitor's when absent: what is due first, or waits longest, first. */
  load(visit: Visit, asked: { readonly unit?: string; readonly cursor?: string }): Promise<WorkList>;
}
