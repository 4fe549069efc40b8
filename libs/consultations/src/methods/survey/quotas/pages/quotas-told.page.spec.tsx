import { expect, it } from '@jest/globals';
import { renderFragment } from '@isegoria/portal-kit';
import { textsIn } from '@isegoria/texts';
import type { QuotaPlaces } from '../../survey.contract';
import { BeyondQuota } from './quotas-told.page';
import './quotas.texts';

it.each<[rule: QuotaPlaces | undefined, says: string, saysNot: string]>([
  ['standing', 'Enough people', 'was full'],
  ['counted', 'was full', 'Enough people'],
  [undefined, 'was full', 'Enough people'],
])('says of a response beyond a quota, under the rule %s, what is so under it', (quotaPlaces, says, saysNot) => {
  const html = renderFragment({ texts: textsIn('en') }, <BeyondQuota settings={{ quotaPlaces }} />);
  expect(html).toContain(says);
  expect(html).not.toContain(saysNot);
});
