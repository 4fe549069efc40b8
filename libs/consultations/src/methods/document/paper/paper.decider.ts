import { unchangedBy } from '@isegoria/event-sourcing';
import type { DocumentEvent } from '../document.contract';
import type { PaperVersion } from '../carrying/carried';
import type { PaperBlock } from './block.contract';

export const paperStream = (activityId: string) => `document-${activityId}`;

type Coming = Omit<PaperVersion, 'carriedBy'>;

/** The text of a document as it stands. */
export interface PaperState extends PaperVersion {
  /** The highest number that any block ever had in its name. */
  readonly lastNumber: number;
  /** All of them, the first one first. */
  readonly versions: readonly PaperVersion[];
  /** A version that is being written. */
  readonly coming?: Coming;
}

/** The fold of a `document-<id>` stream. */
export const paper = {
  initialState: undefined as PaperState | undefined,

  evolve(state: PaperState | undefined, event: DocumentEvent): PaperState | undefined {
    const { type, data } = event;
    switch (type) {
      case 'DocumentWritten': {
        const { version, part, blocks } = data;
        if (version === 1 || !state) {
          const first = { version, carriedBy: null, blocks: part === 1 ? blocks : [...(state?.blocks ?? []), ...blocks] };
          return standing(first);
        }
        return { ...state, coming: { version, blocks: part === 1 ? blocks : [...(state.coming?.blocks ?? []), ...blocks] } };
      }
      case 'DocumentRevised':
        return state?.coming ? standing({ ...state.coming, carriedBy: data.carriedBy }, state) : state;
      default:
        return unchangedBy(type, state);
    }
  },
};

function standing(written: PaperVersion, state?: PaperState): PaperState {
  const before = new Map(state?.blocks.map((block) => [block.id, block]));
  // What stands as it did is kept once, however many versions there are.
  const blocks = written.blocks.map((block) => (isSame(block, before.get(block.id)) ? before.get(block.id)! : block));
  const version = { ...written, blocks };
  const numbers = blocks.map(({ id }) => Number(id.slice(1)));
  return { ...version, lastNumber: Math.max(state?.lastNumber ?? 0, ...numbers), versions: [...(state?.versions ?? []), version] };
}

const isSame = (one: PaperBlock, other?: PaperBlock) => one.text === other?.text && one.kind === other.kind && one.level === other.level;

/** What a block said in a version of the text; undefined where there was no such block. */
export function saidIn({ versions }: PaperState, version: number, name: string): string | undefined {
  return versions.find((one) => one.version === version)?.blocks.find(({ id }) => id === name)?.text;
}
