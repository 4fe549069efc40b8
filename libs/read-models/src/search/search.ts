import { kindOfCategory, search, type FoundKind } from '@isegoria/contracts';
import { FoundDocumentRow, answer, find, positionOf } from '@isegoria/projection';
import { readModelGroups } from '../groups';

/** So many on a page. */
const pageSize = 20;

/** The groups in which something is found. */
const groups = readModelGroups
  .filter(({ projections }) => projections.some(({ entities }) => entities.includes(FoundDocumentRow)))
  .map(({ name }) => name);

export const searchAnswers = [
  answer(search, groups, async ({ q, cursor, ...chosen }, { rows }) => {
    const from = cursor === undefined ? 0 : positionOf(cursor);
    const found = await find(rows, groups, { for: q, now: new Date(), ...chosen, from, most: pageSize });
    const next = from + pageSize < found.count ? String(from + pageSize) : null;
    return {
      items: found.items.map(({ kind, day, ...one }) => ({ ...one, kind: kind as FoundKind, day: day.toISOString() })),
      next,
      ...{ count: found.count, isMore: found.isMore, hasWords: found.hasWords, didYouMean: found.didYouMean },
      kinds: [...found.kinds].map(([kind, count]) => ({ kind: kind as FoundKind, count })),
      units: [...found.units].map(([unit, count]) => ({ unit, count })),
      topics: [...found.topics].filter(([topic]) => kindOfCategory(topic) === 'topic').map(([topic, count]) => ({ topic, count })),
      languages: [...found.languages].map(([language, count]) => ({ language, count })),
    };
  }),
];
