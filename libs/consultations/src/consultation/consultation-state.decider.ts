import type { Language } from '@isegoria/kernel';
import type { AboutWords } from './about/about.contract';
import type { Phases } from '../phase/phase.decider';
import type { ReviewStatus } from '../review/review.contract';

/** What a consultation says of itself. */
export interface Words {
  readonly title: string;
  readonly description: string;
  readonly about: AboutWords;
}

/** What the rules need to know of a consultation. */
export interface ConsultationState extends Phases {
  /** The unit whose consultation it is. */
  readonly unit: string;
  readonly externalId: string | null;
  /** In which its words are written. */
  readonly language: Language;
  /** How often the draft was revised; never when absent. */
  readonly edition?: number;
  /** Whether the draft was given up. */
  readonly discarded?: true;
  /** Whether it was called off before it began. */
  readonly cancelled?: true;
  /** The topics and areas that it is about; none when absent. */
  readonly categories?: readonly string[];
  /** Within how many days of its end an answer is promised; none when absent. */
  readonly answerWithinDays?: number;
  /** Who wrote the draft as it stands. */
  readonly writtenBy?: string;
  /** Whether a second official checked the draft as it stands; absent while nobody is asked to. */
  readonly review?: { readonly status: ReviewStatus; readonly askedBy?: string };
  /** What it says in other languages, by language; none when absent. */
  readonly translations?: Readonly<Record<string, readonly { readonly of: string; readonly text: string }[]>>;
  readonly words: Words;
  readonly outcome: { readonly youSaid: string; readonly weDid: string } | null;
}
