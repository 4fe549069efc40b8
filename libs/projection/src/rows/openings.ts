import { auditsAll, type Actor, type OpeningView, type Page, type RecordedText } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import { emptyPage } from '../page';
import { withTexts } from './recorded-texts';

interface WithText {
  readonly id: string;
  readonly text: RecordedText | null;
}

/**
 * What opens the words of a page of rows, for somebody who audits the whole site; for anybody else there are none. An erased text has its
 * opening no longer: that lies in the ciphertext, whose key is gone.
 */
export async function openingsFor<Row extends WithText>(
  reader: Actor | undefined,
  keys: SubjectKeys,
  rows: () => Promise<Page<Row>>,
): Promise<Page<OpeningView>> {
  if (!auditsAll(reader)) return emptyPage;
  const { items, ...page } = await rows();
  const openings = await withTexts(
    keys,
    items,
    ({ text }) => text,
    ({ id, text }, opened) => ({
      id,
      commitment: (text && 'sealed' in text && text.sealed.split('.')[3]) || null,
      opening: ('opening' in opened && opened.opening?.toString('hex')) || null,
    }),
  );
  return { ...page, items: openings };
}
