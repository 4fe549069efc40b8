import { describe, expect, it } from '@jest/globals';
import { given as givenDecider } from '@isegoria/event-sourcing';
import { rootUnit, categoriesChosen, type Actor, type Role } from '@isegoria/kernel';
import type { CategoryEvent } from './category.contract';
import { categoryBelow, categoryDecider, type CategoryCommand } from './category.decider';

const by = 'somebody';
const holding = (role: Role, unit: string = rootUnit): Actor => ({ accountId: by, roles: [{ role, unit }], assurance: 'email' });
const actor = holding('administrator');
const category = categoryBelow('topic', '1F0C22AA-90b3-4d7e-8a6b-0d6a2f4b1c01');
const given = (...history: CategoryEvent[]) => givenDecider(categoryDecider, history);

const names = { en: 'Water', fr: null };
const add: CategoryCommand = { type: 'AddCategory', category, above: 'topic', standing: 'open', names, actor };
const rename = (words: object): CategoryCommand => ({ type: 'RenameCategory', category, names, ...words, actor });
const withdraw: CategoryCommand = { type: 'WithdrawCategory', category, reason: 'Merged', actor };
const added: CategoryEvent = { type: 'CategoryAdded', data: { category, names: { en: 'Water' }, about: null, by } };
const withdrawn: CategoryEvent = { type: 'CategoryWithdrawn', data: { category, reason: 'Merged', by } };

describe('a topic or an area', () => {
  it('has its place in its name, the same for the same command, and a name in one language at least', () => {
    expect(category).toBe('topic.1f0c22aa');
    given().when(add).then([added]);
    given()
      .when({ ...add, names: { en: null } } as CategoryCommand)
      .thenRejected('VALIDATION_FAILED');
  });

  it('is added once, below one that is there and offered, and six deep at most', () => {
    given(added).when(add).thenRejected('CONFLICT');
    const below = (standing: 'unknown' | 'withdrawn') => ({ ...add, standing }) as CategoryCommand;
    given().when(below('unknown')).thenRejected('CATEGORY_NOT_FOUND');
    given().when(below('withdrawn')).thenRejected('CATEGORY_WITHDRAWN');
    const deep = Array.from({ length: 6 }, () => 'aaaaaaaa').join('.');
    const deepest = { ...add, category: `area.${deep}`, above: `area.${deep.slice(9)}` } as CategoryCommand;
    given()
      .when(deepest)
      .then([{ type: 'CategoryAdded', data: { ...added.data, category: `area.${deep}`, names: { en: 'Water' }, about: null, by } }]);
    given()
      .when({ ...deepest, category: `area.${deep}.bbbbbbbb` })
      .thenRejected('VALIDATION_FAILED');
  });

  it('is called otherwise only where that differs, withdrawn or not', () => {
    given(added).when(rename({})).thenNothing();
    given().when(rename({})).thenRejected('CATEGORY_NOT_FOUND');
    const said = { type: 'CategoryRenamed', data: { category, names: { en: 'Water' }, about: { fr: 'Des lacs.' }, by } } as const;
    given(added, withdrawn)
      .when(rename({ about: { fr: 'Des lacs.' } }))
      .then([said]);
    given(added, said).when(rename({})).then([{ ...said, data: { ...said.data, about: null } }]);
  });

  it('is withdrawn once, for good', () => {
    given(added).when(withdraw).then([withdrawn]);
    given(added, withdrawn).when(withdraw).thenRejected('ALREADY_DONE');
    given().when(withdraw).thenRejected('CATEGORY_NOT_FOUND');
  });

  it('is in the hands of administrators of the whole site', () => {
    for (const other of [holding('official'), holding('administrator', 'root.aaaaaaaa'), holding('moderator')])
      for (const command of [add, rename({}), withdraw])
        given(...(command === add ? [] : [added]))
          .when({ ...command, actor: other })
          .thenRejected('FORBIDDEN_ROLE');
  });
});

it('what was withdrawn is chosen for nothing new, and stays where it was chosen before', () => {
  const [old, other] = ['topic.1f0c22aa', 'area.1f0c22aa'];
  const chosen = { categories: [old, other], standings: ['withdrawn', 'open'] } as const;
  expect(categoriesChosen(chosen, [old])).toEqual([other, old]);
  expect(() => categoriesChosen(chosen)).toThrow(expect.objectContaining({ code: 'CATEGORY_WITHDRAWN' }));
  expect(() => categoriesChosen({ categories: [other] })).toThrow(expect.objectContaining({ code: 'CATEGORY_NOT_FOUND' }));
});
