import type { ComponentChildren, ComponentType } from 'preact';
import type { CommandContract } from '@isegoria/kernel';
import { useTexts, type FormState } from '@isegoria/ui';
import type { ConsultationView } from '../consultation/consultation.contract';

export interface ActFormProps {
  readonly consultation: ConsultationView;
  /** Where the form is sent. */
  readonly action: string;
  readonly form: FormState;
  /** What would count for nothing if it were closed now, a sentence each. */
  readonly lostAtClosing?: readonly string[];
  /** Set where nothing calls for the form now: whether it is folded away, or open because somebody has begun with it. */
  readonly fold?: 'closed' | 'open';
}

/** What the unit of a consultation says about the acts in it, and who is about to act. */
export interface UnitOfAct {
  /** Whether a second official checks what is published. */
  readonly needsReview: boolean;
  readonly account: string | undefined;
}

/** An official act on pages: the form by which officials do it, and what everybody sees of it. */
export interface ActPages<Command extends object = object> {
  /** The name of its form, and the last part of the address to which it is sent. */
  readonly name: string;
  readonly contract: CommandContract<Command>;
  /**
   * What the form says, as a command.
   * @param timeZone that of the times in it
   */
  command(form: FormState, consultation: ConsultationView, timeZone: string): Command;
  /** Refuses what cannot be done, before anybody confirms it. @throws Rejection */
  check?(command: Command, consultation: ConsultationView, now: Date): void;
  /** The version of what it changes; absent where its command knows none. */
  version?(consultation: ConsultationView): number;
  /** Whether it can be done now. */
  isOffered(consultation: ConsultationView, unit: UnitOfAct): boolean;
  /** Whether nothing calls for it now: it stands below what waits, its form folded away. */
  mayWait?(consultation: ConsultationView): boolean;
  /** What the form says before anybody has typed, of what the address names; beside what was sent, what stands in its place. */
  filled?(consultation: ConsultationView, timeZone: string, sent?: FormState): Record<string, string> | null;
  /** Where the office goes on once it is done; to the page of the consultation when absent. */
  goesOnAt?(consultation: ConsultationView): string;
  readonly Form: ComponentType<ActFormProps>;
  /** What will happen, on a page of its own; absent where the form is sent at once. `Form` leads there. */
  readonly Confirmation?: ComponentType<ActFormProps>;
  /** What everybody sees above the description of the consultation; nothing while there is nothing to say. */
  readonly Notice?: ComponentType<{ consultation: ConsultationView }>;
}

/** Declares them with the command that they make; code that uses the list knows none. */
export function actPages<Command extends object>(pages: ActPages<Command>): ActPages {
  return pages as unknown as ActPages;
}

/** A form that nothing calls for now. @param of the id of its heading, which says for what the form is */
export function Folded({ fold, of, children }: Pick<ActFormProps, 'fold'> & { of: string; children: ComponentChildren }) {
  const { t } = useTexts();
  if (!fold) return <>{children}</>;
  return (
    <details class="ds-details as-table" data-variant="default" data-color="neutral" open={fold === 'open'}>
      <summary aria-labelledby={`${of}-form ${of}`}>
        <span id={`${of}-form`}>{t('office.showForm')}</span>
      </summary>
      <div class="stack">{children}</div>
    </details>
  );
}
