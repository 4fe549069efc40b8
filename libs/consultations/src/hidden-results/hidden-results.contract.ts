import { IsBoolean, IsIn } from 'class-validator';
import { OrAbsent, event, type DomainEvent } from '@isegoria/kernel';
import { activities, sampleIds } from '../streams.contract';

/** What an office sets in a vote whose results nobody sees before the closing. */
export interface HiddenResultsSetting {
  /** Absent where results are shown while people vote. */
  readonly resultsHidden?: true;
}

export class HiddenResultsDraft {
  /** Polls, ranked votes, score votes and motions: whether results are hidden until the vote closes; false when absent. */
  @OrAbsent()
  @IsBoolean()
  resultsHidden?: boolean;
}

export class HiddenResultsView {
  /** Whether results are hidden until the vote closes; absent where they are shown while people vote. */
  @OrAbsent() @IsIn([true]) readonly resultsHidden?: true;
}

/**
 * What a ballot says, until the vote is closed and its key is published: then everybody can open it, and count it from the log alone.
 * Members of the event that would say it openly are empty.
 */
export interface HiddenChoice {
  /** SHA-256 of the key, in hexadecimal: the key cannot be exchanged for one to which ballots say something else. */
  readonly key: string;
  /**
   * base64url of nonce (12 bytes), ciphertext and tag (16 bytes) by AES-256-GCM, with the id of the activity as additional data, of the
   * members as JSON, filled up with spaces so that all ballots of a vote are of one length.
   */
  readonly text: string;
}

/** What a ballot may have in place of what it says. */
export interface MayBeHidden {
  readonly hidden?: HiddenChoice;
}

const { consultationId, activityId } = sampleIds;

export type BallotsRevealed = DomainEvent<
  'BallotsRevealed',
  { readonly consultationId: string; readonly activityId: string; readonly key: string }
>;
export const ballotsRevealed = event<BallotsRevealed>('BallotsRevealed', {
  stream: activities,
  says:
    'A vote with hidden results is closed. `key` (32 bytes, base64url) opens what its ballots have in `hidden`; those that stand ' +
    'before the closing count.',
  sample: { consultationId, activityId, key: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8' },
});
