import type { EntityManager } from 'typeorm';
import type { NoteKind, NoteView } from './note.contract';

/** A part of the log: behind one position, up to another. */
export interface Stretch {
  readonly after: number;
  readonly upTo: number;
}

/** Which notes: of these kinds, at most so many, the newest first. */
export interface WhichNotes extends Stretch {
  readonly kinds: readonly NoteKind[];
  readonly limit: number;
}

export type KnownNote = Omit<NoteView, 'isNew'>;

/** The pseudonym of a person in a consultation, for questions in general, or for reports of one thing. @throws Rejection ACCOUNT_ERASED */
export type PseudonymIn = (context: string) => Promise<string>;

/** Somebody who may have something to be told. */
export interface PersonToTell {
  readonly accountId: string;
  /** In which, and below which, they work on drafts. */
  readonly units: readonly string[];
  readonly pseudonymIn: PseudonymIn;
}

/**
 * What happened to contributions, by the rows of all contexts, which know pseudonyms and no people. The app that composes the service
 * passes it in, since identity does not read rows of other contexts.
 */
export interface KnownNotes {
  /** The position up to which the rows know what happened. @throws where there are no rows yet */
  upTo(rows: EntityManager): Promise<number>;
  /** The notes of one person. */
  of(rows: EntityManager, person: PersonToTell, which: WhichNotes): Promise<KnownNote[]>;
  /** Those of whose own contributions something is to be told, by pseudonym. */
  authorsIn(rows: EntityManager, stretch: Stretch): Promise<string[]>;
  /** Accounts with a role by which something is to be told of drafts. */
  officialsIn(rows: EntityManager, stretch: Stretch): Promise<string[]>;
  /** The contexts of which people are to be told to whom nothing leads: who took part in a consultation, or reported something. */
  contextsIn(rows: EntityManager, stretch: Stretch): Promise<string[]>;
  /** Whom of these, by their pseudonyms in a context, that concerns. */
  concernedAmong(rows: EntityManager, context: string, pseudonyms: readonly string[]): Promise<string[]>;
}

export const KNOWN_NOTES = Symbol('what happened to contributions');
