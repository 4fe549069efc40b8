import type { ComponentType } from 'preact';
import type { Accepted, CommandContract } from '@isegoria/kernel';
import type { MessageKey } from '@isegoria/texts';
import type { FormState } from '@isegoria/ui';
import type { Visit } from '../session/visit';

/** What a section is shown with. */
export interface SectionProps {
  /** The address of the page on which it stands. */
  readonly path: string;
  readonly form: FormState;
  readonly isSignedIn: boolean;
  readonly mayModerate: boolean;
}

/** What one context shows on the page of a consultation, which belongs to another: a part of the page, and the form in it. */
export interface Section<Command extends object = object> {
  /** Where its form is sent, below the address of the page. */
  readonly name: string;
  /** The name of its form. */
  readonly form: string;
  readonly thanks: MessageKey;
  /** What happens to what was sent, for the thanks. */
  readonly next: MessageKey;
  readonly contract: CommandContract<Command, Accepted>;
  /** What the form says, as a command. */
  command(form: FormState, consultationId: string): Command;
  /** Loads what it shows. */
  load(visit: Visit, consultationId: string): Promise<ComponentType<SectionProps>>;
}

/** The token with which the portal hands the sections, in order, to the page of a consultation. */
export const SECTIONS = Symbol('sections of the page of a consultation');

/** A form is for people who are signed in; a refused form stays, with what was typed, even if the session has ended meanwhile. */
export function mayWrite({ isSignedIn, form }: Pick<SectionProps, 'form' | 'isSignedIn'>): boolean {
  return isSignedIn || form.errors.length > 0;
}
