import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import {
  Rejection,
  givenWords,
  isUnit,
  mustBeOpen,
  permitted,
  rootUnit,
  unitDepthMax,
  type Actor,
  type TextByLanguage,
  type UnitStanding,
} from '@isegoria/kernel';
import { smallestGroup, type UnitEvent, type UnitWords } from './unit.contract';

export const unitStream = (unit: string) => `unit-${unit}`;

/** The name of a new unit's place in the tree. @param commandId a UUID: the same command makes the same unit */
export const unitBelow = (above: string, commandId: string) => `${above}.${commandId.toLowerCase().slice(0, 8)}`;

export interface UnitState {
  /** Null for the root until it is given a name. */
  readonly name: string | null;
  /** By language; none when absent. */
  readonly names?: TextByLanguage;
  /** Whether it was closed itself; those above it are not looked at. */
  readonly closed: boolean;
  /** Whether a second official checks what is published; the unit says no when absent. */
  readonly review?: boolean;
  /** How many people a figure of a survey is of at least; the unit says nothing of it when absent. */
  readonly smallestGroup?: number;
  /** Within how many days of its end a new consultation is answered; the unit says nothing of it when absent or null. */
  readonly answerDays?: number | null;
}

interface ByAdministrator {
  readonly unit: string;
  readonly actor: Actor;
}
export type UnitCommand =
  | (ByAdministrator &
      UnitWords & {
        readonly type: 'MakeUnit';
        readonly above: string;
        /** The status of the one above. */
        readonly standing: UnitStanding;
      })
  | (ByAdministrator & UnitWords & { readonly type: 'RenameUnit' })
  | (ByAdministrator & { readonly type: 'SetReview'; readonly required: boolean })
  | (ByAdministrator & { readonly type: 'SetSmallestGroup'; readonly people: number })
  | (ByAdministrator & { readonly type: 'SetAnswerTerm'; readonly days?: number | null })
  | (ByAdministrator & { readonly type: 'CloseUnit'; readonly reason: string });

/** The life of a unit. The root exists from the start, without an event, and is never closed. */
export const unitDecider: Decider<UnitState | undefined, UnitCommand, UnitEvent> = {
  initialState: undefined,

  decide(command, recorded) {
    if (command.type === 'MakeUnit') return make(command, recorded);
    const { unit } = command;
    const state = recorded ?? (unit === rootUnit ? { name: null, closed: false } : undefined);
    const by = permitted(command.actor, 'administer', unit).accountId;
    if (!state) throw new Rejection('UNIT_NOT_FOUND', { field: 'unit' });
    if (command.type === 'RenameUnit') {
      const words = wordsIn(command);
      return isSame(words, state) ? [] : [{ type: 'UnitRenamed', data: { unit, ...words, by } }];
    }
    if (command.type === 'SetReview') {
      const { required } = command;
      return (state.review ?? false) === required ? [] : [{ type: 'UnitReviewSet', data: { unit, required, by } }];
    }
    if (command.type === 'SetSmallestGroup') {
      const { people } = command;
      return (state.smallestGroup ?? smallestGroup.usual) === people ? [] : [{ type: 'UnitSmallestGroupSet', data: { unit, people, by } }];
    }
    if (command.type === 'SetAnswerTerm') {
      const days = command.days ?? null;
      return (state.answerDays ?? null) === days ? [] : [{ type: 'UnitAnswerTermSet', data: { unit, days, by } }];
    }
    if (unit === rootUnit) throw new Rejection('VALIDATION_FAILED', { field: 'unit', params: { constraint: 'doesNotFit' } });
    if (state.closed) throw new Rejection('ALREADY_DONE');
    return [{ type: 'UnitClosed', data: { unit, by, reason: command.reason } }];
  },

  evolve(state, event) {
    switch (event.type) {
      case 'UnitMade':
      case 'UnitRenamed': {
        const { name, names } = event.data;
        return { closed: false, ...state, name, names };
      }
      case 'UnitReviewSet':
        return { name: null, closed: false, ...state, review: event.data.required };
      case 'UnitSmallestGroupSet':
        return { name: null, closed: false, ...state, smallestGroup: event.data.people };
      case 'UnitAnswerTermSet':
        return { name: null, closed: false, ...state, answerDays: event.data.days };
      case 'UnitClosed':
        return state && { ...state, closed: true };
      default:
        return unchangedBy(event, state);
    }
  },
};

function make(command: UnitCommand & { type: 'MakeUnit' }, state: UnitState | undefined): UnitEvent[] {
  const { unit, above, standing, actor } = command;
  const by = permitted(actor, 'administer', above).accountId;
  mustBeOpen(standing);
  if (!isUnit(unit)) throw new Rejection('VALIDATION_FAILED', { field: 'above', params: { constraint: 'unitDepth', limit: unitDepthMax } });
  // Another command led to the same eight digits: the next try, under another key, leads to others.
  if (state) throw new Rejection('CONFLICT');
  return [{ type: 'UnitMade', data: { unit, ...wordsIn(command), by } }];
}

const wordsIn = ({ name, names }: UnitWords) => ({ name, names: givenWords(names) ?? {} });

const inOneForm = ({ name, names }: Pick<UnitState, 'name' | 'names'>) => JSON.stringify([name, Object.entries(names ?? {}).toSorted()]);
const isSame = (one: Pick<UnitState, 'name' | 'names'>, other: UnitState) => inOneForm(one) === inOneForm(other);
