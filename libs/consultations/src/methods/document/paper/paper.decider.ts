import { unchangedBy } from '@isegoria/event-sourcing';
import type { DocumentEvent } from '../document.contract';
import type { PaperBlock } from './block.contract';

export const paperStream = (activityId: string) => `document-${activityId}`;

/** The text of a document as it stands. */
export interface PaperState {
  readonly version: number;
  readonly blocks: readonly PaperBlock[];
}

/** The fold of a `document-<id>` stream. */
export const paper = {
  initialState: undefined as PaperState | undefined,

  evolve(state: PaperState | undefined, event: DocumentEvent): PaperState | undefined {
    const { type, data } = event;
    switch (type) {
      case 'DocumentWritten':
        return { version: data.version, blocks: data.part === 1 ? data.blocks : [...(state?.blocks ?? []), ...data.blocks] };
      default:
        return unchangedBy(type, state);
    }
  },
};
