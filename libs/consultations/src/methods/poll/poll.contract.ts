import type { ConsultationMethod } from '../method.contract';

export interface PollOption {
  readonly id: string;
  readonly text: string;
}

export interface PollSettings {
  /** Null in consultations by other methods. */
  readonly poll: { readonly multiple: boolean; readonly options: readonly PollOption[] } | null;
}

export const poll = {
  kind: 'poll',
  exports: ['comments', 'questions', 'votes'],
  castEvent: 'PollBallotCast',
  noSettings: { poll: null },
  noResults: { options: [] },
} as const satisfies ConsultationMethod;
