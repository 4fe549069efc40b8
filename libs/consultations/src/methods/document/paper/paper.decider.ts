import { unchangedBy } from '@isegoria/event-sourcing';
import type { DocumentEvent } from '../document.contract';
import type { PaperBlock } from './block.contract';

export const paperStream = (activityId: string) => `document-${activityId}`;

/** A version of a text. */
interface Version {
  readonly version: number;
  readonly blocks: readonly PaperBlock[];
}

/** What a block said up to a version. */
interface SaidBefore {
  readonly upTo: number;
  readonly text: string;
}

/** The text of a document as it stands. */
export interface PaperState extends Version {
  /** The highest number that any block ever had in its name. */
  readonly lastNumber: number;
  /** What blocks said before they were changed or left out, by their names. */
  readonly before: ReadonlyMap<string, readonly SaidBefore[]>;
  /** A version that is being written. */
  readonly coming?: Version;
}

/** The fold of a `document-<id>` stream. */
export const paper = {
  initialState: undefined as PaperState | undefined,

  evolve(state: PaperState | undefined, event: DocumentEvent): PaperState | undefined {
    const { type, data } = event;
    switch (type) {
      case 'DocumentWritten': {
        const { version, part, blocks } = data;
        if (version === 1 || !state) return standing({ version, blocks: part === 1 ? blocks : [...(state?.blocks ?? []), ...blocks] });
        return { ...state, coming: { version, blocks: part === 1 ? blocks : [...(state.coming?.blocks ?? []), ...blocks] } };
      }
      case 'DocumentRevised':
        return state?.coming ? standing(state.coming, state) : state;
      default:
        return unchangedBy(type, state);
    }
  },
};

function standing({ version, blocks }: Version, state?: PaperState): PaperState {
  const [before, texts] = [new Map(state?.before), new Map(blocks.map(({ id, text }) => [id, text]))];
  for (const { id, text } of state?.blocks ?? [])
    if (texts.get(id) !== text) before.set(id, [...(before.get(id) ?? []), { upTo: state!.version, text }]);
  const numbers = blocks.map(({ id }) => Number(id.slice(1)));
  return { version, blocks, lastNumber: Math.max(state?.lastNumber ?? 0, ...numbers), before };
}

/** What a block said in a version of the text; undefined where there was no such block. */
export function saidIn({ version: newest, blocks, before }: PaperState, version: number, name: string): string | undefined {
  const then = before.get(name)?.find(({ upTo }) => version <= upTo);
  return version > newest ? undefined : (then?.text ?? blocks.find(({ id }) => id === name)?.text);
}
