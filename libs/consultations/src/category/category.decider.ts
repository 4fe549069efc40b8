import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import {
  Rejection,
  categoryDepthMax,
  givenWords,
  isCategory,
  mustBeOffered,
  permitted,
  rootUnit,
  type Actor,
  type CategoryStanding,
  type TextByLanguage,
} from '@isegoria/kernel';
import type { CategoryEvent, CategoryWords } from './category.contract';

export const categoryStream = (category: string) => `category-${category}`;

/** The name of a new category's place in its tree. @param commandId a UUID: the same command adds the same category */
export const categoryBelow = (above: string, commandId: string) => `${above}.${commandId.toLowerCase().slice(0, 8)}`;

export interface CategoryState {
  readonly names: TextByLanguage;
  readonly about: TextByLanguage | null;
  /** Whether it was withdrawn itself; those above it are not looked at. */
  readonly withdrawn: boolean;
}

interface ByAdministrator {
  readonly category: string;
  readonly actor: Actor;
}
export type CategoryCommand =
  | (ByAdministrator & CategoryWords & { readonly type: 'AddCategory'; readonly above: string; readonly standing: CategoryStanding })
  | (ByAdministrator & CategoryWords & { readonly type: 'RenameCategory' })
  | (ByAdministrator & { readonly type: 'WithdrawCategory'; readonly reason: string });

/** The life of a topic or an area. The lists are those of the whole site. */
export const categoryDecider: Decider<CategoryState | undefined, CategoryCommand, CategoryEvent> = {
  initialState: undefined,

  decide(command, state) {
    const { category } = command;
    const by = permitted(command.actor, 'administer', rootUnit).accountId;
    if (command.type === 'AddCategory') {
      mustBeOffered('above', command.standing);
      if (!isCategory(category))
        throw new Rejection('VALIDATION_FAILED', { field: 'above', params: { constraint: 'unitDepth', limit: categoryDepthMax } });
      const words = wordsIn(command);
      // Another command led to the same eight digits: the next try, under another key, leads to others.
      if (state) throw new Rejection('CONFLICT');
      return [{ type: 'CategoryAdded', data: { category, ...words, by } }];
    }
    if (!state) throw new Rejection('CATEGORY_NOT_FOUND', { field: 'category' });
    if (command.type === 'RenameCategory') {
      const words = wordsIn(command);
      return isSame(words, state) ? [] : [{ type: 'CategoryRenamed', data: { category, ...words, by } }];
    }
    if (state.withdrawn) throw new Rejection('ALREADY_DONE');
    return [{ type: 'CategoryWithdrawn', data: { category, reason: command.reason, by } }];
  },

  evolve(state, event) {
    switch (event.type) {
      case 'CategoryAdded':
      case 'CategoryRenamed': {
        const { names, about } = event.data;
        return { withdrawn: false, ...state, names, about };
      }
      case 'CategoryWithdrawn':
        return state && { ...state, withdrawn: true };
      default:
        return unchangedBy(event, state);
    }
  },
};

/** @throws Rejection VALIDATION_FAILED where no language has a name */
function wordsIn({ names, about }: CategoryWords): { names: TextByLanguage; about: TextByLanguage | null } {
  const given = givenWords(names);
  if (!given) throw new Rejection('VALIDATION_FAILED', { field: 'names.en', params: { constraint: 'isMissing' } });
  return { names: given, about: givenWords(about) };
}

const inOneForm = (words: TextByLanguage | null) => JSON.stringify(Object.entries(words ?? {}).toSorted());
const isSame = (one: Omit<CategoryState, 'withdrawn'>, other: Omit<CategoryState, 'withdrawn'>) =>
  inOneForm(one.names) === inOneForm(other.names) && inOneForm(one.about) === inOneForm(other.about);
