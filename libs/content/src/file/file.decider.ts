import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { Rejection, mustBeOpen, permitted, type Actor, type UnitStanding } from '@isegoria/kernel';
import { isPicture, type FileAdded, type FileEvent } from './file.contract';

interface ByOfficial {
  readonly file: string;
  readonly actor: Actor;
}
type Add = ByOfficial &
  Omit<FileAdded['data'], 'by'> & { readonly type: 'AddFile'; readonly standing: UnitStanding; readonly isKept: boolean };
export type FileCommand = Add | (ByOfficial & { readonly type: 'WithdrawFile'; readonly reason: string });

export interface FileState {
  readonly unit: string;
  readonly withdrawn: boolean;
}

/**
 * A file is its bytes, which are kept before it is recorded: the same bytes again are the same file, and what was withdrawn does not come
 * back.
 */
export const fileDecider: Decider<FileState | undefined, FileCommand, FileEvent> = {
  initialState: undefined,

  decide(command, state) {
    if (command.type === 'AddFile') return add(command, state);
    if (!state) throw new Rejection('FILE_NOT_FOUND');
    const by = permitted(command.actor, 'publish', state.unit).accountId;
    return state.withdrawn ? [] : [{ type: 'FileWithdrawn', data: { file: command.file, by, reason: command.reason } }];
  },

  evolve(state, event) {
    switch (event.type) {
      case 'FileAdded':
        return { unit: event.data.unit, withdrawn: false };
      case 'FileWithdrawn':
        return state && { ...state, withdrawn: true };
      default:
        return unchangedBy(event, state);
    }
  },
};

function add({ type: _, actor, standing, isKept, ...file }: Add, state: FileState | undefined): FileEvent[] {
  const by = permitted(actor, 'publish', file.unit).accountId;
  if (state?.withdrawn) throw new Rejection('FILE_WITHDRAWN');
  if (!isKept) throw new Rejection('FILE_NOT_FOUND');
  if (state) return [];
  mustBeOpen(standing);
  if (isPicture(file.mediaType) && file.alt === null) throw new Rejection('ALTERNATIVE_TEXT_MISSING', { field: 'alt' });
  return [{ type: 'FileAdded', data: { ...file, by } }];
}
