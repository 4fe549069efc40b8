import { rule, ruleBook, type Judged, type RuleBook, type RulesOf } from '@isegoria/audit-kit';
import { commonUnit, rootUnit } from '@isegoria/kernel';
import type { PageDrafted } from '../../page/page.contract';
import { addressPart, addressPartLength, pagesBelowMax, siteDepthMax } from '../address.contract';
import type { PagePlaced, PageTakenOut, TreeEvent } from '../site-tree.contract';
import { TreeOfEvents } from './tree-of-events.recount';

/** The tree of the site. */
export function rulesOfSiteTree(): RuleBook {
  const tree = new TreeOfEvents();
  const units = new Map<string, string>();
  const heightOf = (pageId: string): number => 1 + Math.max(0, ...tree.below(pageId).map(heightOf));
  const beside = ({ pageId, above }: PagePlaced['data']) => tree.below(above).filter((one) => one !== pageId);
  const rules: RulesOf<TreeEvent> = {
    PagePlaced: [
      rule<PagePlaced>(
        'place-of-a-page',
        'What is placed in the site is a page that was drafted, below one that stands there, and its unit is the nearest of both.',
        ({ data: { pageId, above, unit } }) => {
          if (above === null) return units.has(pageId) && unit === rootUnit;
          const [own, other] = [units.get(pageId), units.get(above)];
          return own !== undefined && other !== undefined && tree.of(above) !== undefined && unit === commonUnit(own, other);
        },
      ),
      rule<PagePlaced>(
        'place-not-below-itself',
        'No page stands below itself.',
        ({ data: { pageId, above } }) => !tree.up(above).includes(pageId),
      ),
      rule<PagePlaced>(
        'place-has-room',
        'The tree of the site is no deeper and no list in it longer than it may be, and a page stands before one of its own list.',
        ({ data }) =>
          beside(data).length < pagesBelowMax &&
          tree.up(data.above).length + heightOf(data.pageId) <= siteDepthMax &&
          (data.before === null || beside(data).includes(data.before)),
      ),
      rule<PagePlaced>('place-changes', 'A place is recorded where it is another one than before.', ({ data }) => {
        const [stood, list] = [tree.of(data.pageId), tree.below(data.above)];
        const isHere = stood?.above === data.above && stood.address === data.address;
        return !isHere || (list[list.indexOf(data.pageId) + 1] ?? null) !== data.before;
      }),
      rule<PagePlaced>(
        'place-own-address',
        'Each page has an address of its own beside those of the same list, in words of small letters and digits.',
        ({ data }) =>
          addressPart.test(data.address) &&
          Array.from(data.address).length <= addressPartLength &&
          !beside(data).some((one) => tree.of(one)!.address === data.address),
        ({ data }) => tree.take({ type: 'PagePlaced', data }),
      ),
    ],
    PageTakenOut: [
      rule<PageTakenOut>(
        'place-left-empty',
        'Only a page below which no other stands is taken out of the tree of the site, and by its own unit.',
        ({ data: { pageId, unit } }) =>
          tree.of(pageId) !== undefined && tree.below(pageId).length === 0 && units.get(pageId) === unit,
        ({ data }) => tree.take({ type: 'PageTakenOut', data }),
      ),
    ],
  };
  return ruleBook(rules, { PageDrafted: ({ data }: Judged<PageDrafted>) => void units.set(data.pageId, data.unit) });
}
