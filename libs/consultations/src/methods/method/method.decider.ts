import type { AssuranceLevel, DomainEvent, EventContract } from '@isegoria/kernel';
import type { DraftActivity } from '../../activity/activity.contract';
import type { ConsultationsEvent } from '../../contract';
import type { MethodContract } from './method.contract';
import type { CastEvent, MethodSettings } from '../methods.contract';

/** What an office asks for; fields of a method may be absent or null. */
export type DraftFields = { readonly [Field in keyof DraftActivity]?: Readonly<DraftActivity[Field]> | null };

/** A stream that is begun with an activity. */
export interface Beginning {
  /** Of what the stream is about, and of the first event in it: the same for every retry of the draft. */
  readonly id: string;
  readonly stream: string;
  readonly events: readonly ConsultationsEvent[];
}

/** An activity that is being drafted. */
export interface Drafted {
  readonly consultationId: string;
  readonly activityId: string;
  /** The account of the official. */
  readonly by: string;
}

/** An activity whose words people answer to. */
export interface Asking {
  readonly activityId: string;
  readonly settings: MethodSettings;
  /** Its own, or that of the consultation where it has none. */
  readonly title: string;
}

/** Words that people answer to, in lists: within one, no two may read the same. */
export type AnsweredWords = readonly (readonly string[])[];

/** What the unit and those above it say about what is drafted there. */
export interface UnitSettings {
  /** How many people a figure is of at least where some people's answers are told apart; ten when absent. */
  readonly smallestGroup?: number;
}

/** Who casts something, and where. */
export interface Voter {
  readonly consultationId: string;
  readonly activityId: string;
  /** The person's pseudonym in the consultation. */
  readonly voter: string;
  readonly assurance: AssuranceLevel;
}

/** What a way of taking part decides; everything else is the same in every activity. */
export interface Method {
  readonly contract: MethodContract;
  /** The fields of a draft that are its own. */
  readonly draftFields: readonly string[];
  /** Its settings in the event. @throws Rejection VALIDATION_FAILED, naming the field of the draft */
  settings(draft: DraftFields, unit?: UnitSettings): MethodSettings;
  /** What the office puts into the activity from the start, each in a stream of its own. */
  begins(draft: DraftFields, activity: Drafted): readonly Beginning[];
  /** The words of the office that people answer to, which keep their translation once it has opened. Absent: there are none. */
  answered?(asking: Asking, read: (stream: string) => Promise<readonly DomainEvent[]>): AnsweredWords | Promise<AnsweredWords>;
  /** The type of the command that casts something. */
  readonly castCommand: string;
  /** The event that such a command leads to in an open phase. @throws Rejection when a rule says no */
  cast(command: Voter, settings: MethodSettings): CastEvent;
  /** What a person casts. What it is about, and what it therefore replaces, is in its contract. */
  readonly casts: Pick<EventContract, 'lastCountsBy'>;
  /** What was chosen, as a text to compare with. */
  choice(event: CastEvent): string;
}
