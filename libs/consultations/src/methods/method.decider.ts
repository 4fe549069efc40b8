import type { AssuranceLevel } from '@isegoria/kernel';
import type { DraftConsultation } from '../commands.contract';
import type { ConsultationMethod } from './method.contract';
import type { CastEvent } from './methods-events.contract';
import type { MethodSettings } from './methods.contract';

/** What an office asks for; fields of a method may be absent or null. */
export type DraftFields = { readonly [Field in keyof DraftConsultation]?: Readonly<DraftConsultation[Field]> | null };

/** Who casts something, and where. */
export interface Voter {
  readonly consultationId: string;
  /** The person's pseudonym in the consultation. */
  readonly voter: string;
  readonly assurance: AssuranceLevel;
}

/** What a way of taking part decides; all else is the same in every consultation. */
export interface Method {
  readonly contract: ConsultationMethod;
  /** The fields of a draft that are its own. */
  readonly draftFields: readonly string[];
  /** Its settings in the event. @throws Rejection VALIDATION_FAILED */
  settings(draft: DraftFields): Partial<MethodSettings>;
  /** The statements, by the office, that the consultation begins with. */
  seeds(draft: DraftFields): readonly string[];
  /** The type of the command that casts something. */
  readonly castCommand: string;
  /** The event that such a command leads to in an open consultation. @throws Rejection when a rule says no */
  cast(command: Voter, settings: MethodSettings): CastEvent;
  /** What an event is about: of two about the same, the last one counts. */
  about(event: CastEvent): string;
  /** What was chosen, as a text to compare with. */
  choice(event: CastEvent): string;
}
