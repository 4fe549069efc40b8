import { describe, expect, it } from '@jest/globals';
import { fold, given as givenDecider } from '@isegoria/event-sourcing';
import { rootUnit, type Actor, type Role } from '@isegoria/kernel';
import { addressFrom, addressPart, pagesBelowMax, pathAsked, siteDepthMax, sitePath } from './address.contract';
import type { PagePlaced, TreeEvent } from './site-tree.contract';
import { siteTreeDecider, type TreeCommand } from './site-tree.decider';

const by = 'somebody';
const [water, shores] = ['root.aaaaaaaa', 'root.aaaaaaaa.bbbbbbbb'];
const holding = (unit: string, role: Role = 'official'): Actor => ({ accountId: by, roles: [{ role, unit }], assurance: 'email' });
const actor = holding(rootUnit);
const given = (...history: TreeEvent[]) => givenDecider(siteTreeDecider, history);

const placed = (pageId: string, above: string | null = null, more: Partial<PagePlaced['data']> = {}): PagePlaced => ({
  type: 'PagePlaced',
  data: { pageId, unit: rootUnit, above, before: null, address: pageId, by, ...more },
});
const place = (pageId: string, above: string | null = null, more: Partial<TreeCommand> = {}): TreeCommand => ({
  ...{ type: 'PlacePage', pageId, above, address: pageId, unit: rootUnit, unitAbove: rootUnit, actor },
  ...(more as object),
});
const takeOut = (pageId: string): TreeCommand => ({ type: 'TakePageOut', pageId, unit: rootUnit, reason: 'Merged.', actor });
const takenOut = (pageId: string): TreeEvent => ({ type: 'PageTakenOut', data: { pageId, unit: rootUnit, reason: 'Merged.', by } });

describe('the tree of the site', () => {
  it('takes a page at its top or below another one, last unless it is said before which', () => {
    given()
      .when(place('water'))
      .then([placed('water')]);
    given(placed('water'), placed('permits', 'water'))
      .when(place('lakes', 'water', { before: 'permits' } as never))
      .then([placed('lakes', 'water', { before: 'permits' })]);
    const below = [placed('a', 'water'), placed('b', 'water', { before: 'a' }), placed('c', 'water')];
    const list = fold(siteTreeDecider, [placed('water'), ...below]);
    expect(list.below.get('water')).toEqual(['b', 'a', 'c']);
  });

  it('keeps the order where only the address changes, and records nothing where nothing changes', () => {
    const history = [placed('a'), placed('b'), placed('c')];
    given(...history)
      .when(place('b', null, { address: 'bees' } as never))
      .then([placed('b', null, { before: 'c', address: 'bees' })]);
    given(...history).when(place('b')).thenNothing();
    given(...history)
      .when(place('b', null, { before: 'c' } as never))
      .thenNothing();
    given(...history)
      .when(place('c', null, { before: 'a' } as never))
      .then([placed('c', null, { before: 'a' })]);
  });

  it('refuses a page that is not there, below one that has no place, and before one of another list', () => {
    given()
      .when({ ...place('a'), unit: undefined } as TreeCommand)
      .thenRejected('PAGE_NOT_FOUND');
    given().when(place('a', 'water')).thenRejected('PAGE_NOT_FOUND');
    given(placed('a'), placed('b', 'a'))
      .when(place('c', null, { before: 'b' } as never))
      .thenRejected('VALIDATION_FAILED');
  });

  it('has no page below itself, at whatever depth', () => {
    const history = [placed('a'), placed('b', 'a'), placed('c', 'b')];
    for (const below of ['a', 'b', 'c']) given(...history).when(place('a', below)).thenRejected('PAGE_BELOW_ITSELF');
    given(...history)
      .when(place('c', 'a'))
      .then([placed('c', 'a')]);
  });

  it('gives no address twice in one list, and gives one again that was given up', () => {
    const taken = { address: 'a' } as never;
    given(placed('a'), placed('b')).when(place('b', null, taken)).thenRejected('ADDRESS_TAKEN');
    given(placed('a'), placed('b', 'a'))
      .when(place('b', 'a', taken))
      .then([placed('b', 'a', { address: 'a' })]);
    given(placed('a'), placed('a', null, { address: 'other' }), placed('b'))
      .when(place('b', null, taken))
      .then([placed('b', null, { address: 'a' })]);
    given(placed('a'), takenOut('a'), placed('b'))
      .when(place('b', null, taken))
      .then([placed('b', null, { address: 'a' })]);
  });

  it('is bounded in depth, with all that comes along, and in length', () => {
    const way = Array.from({ length: siteDepthMax }, (_, at) => placed(`p${at}`, at === 0 ? null : `p${at - 1}`));
    given(...way)
      .when(place('more', `p${siteDepthMax - 1}`))
      .thenRejected('NO_ROOM_BELOW');
    given(...way, placed('q'), placed('r', 'q'))
      .when(place('q', `p${siteDepthMax - 2}`))
      .thenRejected('NO_ROOM_BELOW');
    const list = Array.from({ length: pagesBelowMax }, (_, at) => placed(`p${at}`));
    given(...list)
      .when(place('more'))
      .thenRejected('NO_ROOM_BELOW');
    given(...list)
      .when(place('p7', null, { before: null } as never))
      .then([placed('p7')]);
  });

  it('lets go of a page below which no other stands', () => {
    given(placed('a'), placed('b', 'a')).when(takeOut('a')).thenRejected('PAGES_BELOW');
    given(placed('a'), placed('b', 'a'))
      .when(takeOut('b'))
      .then([takenOut('b')]);
    given(placed('a'), takenOut('a')).when(takeOut('a')).thenNothing();
  });

  it('has each list in the hands of those who answer for the page above it and for what goes there', () => {
    const of = (unit: string, unitAbove: string) => ({ unit, unitAbove }) as never;
    const below = (who: Actor, units: never) => ({ ...place('b', 'a'), ...(units as object), actor: who }) as TreeCommand;
    given(placed('a'))
      .when(below(holding(water!), of(shores!, water!)))
      .then([placed('b', 'a', { unit: water })]);
    for (const [who, units] of [
      [holding(shores!), of(shores!, water!)],
      [holding(water!), of(water!, rootUnit)],
      [holding(water!), of(water!, 'root.cccccccc')],
      [holding(water!, 'moderator'), of(water!, water!)],
    ] as const)
      given(placed('a')).when(below(who, units)).thenRejected('FORBIDDEN_ROLE');
    given()
      .when({ ...place('b'), unit: water, actor: holding(water!) } as TreeCommand)
      .thenRejected('FORBIDDEN_ROLE');
    given(placed('b'))
      .when({ ...takeOut('b'), unit: water, actor: holding(shores!) } as TreeCommand)
      .thenRejected('FORBIDDEN_ROLE');
  });
});

describe('an address', () => {
  it.each(['water', 'water-permits', 'loi-sur-l-eau-2026', 'réforme', 'المياه', '水法', '2026'])('may be %s', (part) =>
    expect(addressPart.test(part)).toBe(true),
  );

  it.each(['', 'Water', 'a--b', '-a', 'a-', 'a b', 'a/b', '.', '..', 'a?b', 'a#b', '%2e', 'a\u202eb', 'e\u0301', 'a\u0000', 'a_b'])(
    'is never %j',
    (part) => expect(addressPart.test(part)).toBe(false),
  );

  it('is suggested from a title, and found however it was typed', () => {
    expect(addressFrom('Permits for lakes & rivers (2026)')).toBe('permits-for-lakes-rivers-2026');
    expect(addressFrom('تصاريح المياه')).toBe('تصاريح-المياه');
    expect(addressFrom('!?')).toBe('');
    expect(addressPart.test(addressFrom('long '.repeat(100)))).toBe(true);
    expect(pathAsked('/Water//Permits/')).toBe('water/permits');
    expect(sitePath('المياه/a')).toBe('/site/%D8%A7%D9%84%D9%85%D9%8A%D8%A7%D9%87/a');
  });
});
