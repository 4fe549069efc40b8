import type { ComponentType } from 'preact';
import type { Accepted, CommandContract } from '@isegoria/kernel';
import type { MessageKey } from '@isegoria/texts';
import type { FormState } from '@isegoria/ui';
import type { Visit } from '../session/visit';

/** What a section is shown with. */
export interface SectionProps {
  /** The address of its page, to which its form is sent as well. */
  readonly path: string;
  readonly form: FormState;
  readonly isSignedIn: boolean;
  readonly mayModerate: boolean;
  /** Whether the consultation has closed or was cancelled. What is sent now is taken all the same, and the page says so. */
  readonly isOver: boolean;
}

/** What one context shows of a consultation, which belongs to another: a step with a page of its own, and the form on it. */
export interface Section<Command extends object = object> {
  /** Its address below that of the consultation; its form is sent there too. */
  readonly name: string;
  /** What the step is called, in a word or two. */
  readonly title: MessageKey;
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

/** The token with which the portal hands the sections, in order, to the pages of a consultation. */
export const SECTIONS = Symbol('sections of a consultation');

/** A form is for people who are signed in; a refused form stays, with what was typed, even if the session has ended meanwhile. */
export function mayWrite({ isSignedIn, form }: Pick<SectionProps, 'form' | 'isSignedIn'>): boolean {
  return isSignedIn || form.errors.length > 0;
}
