import { Column, Entity, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { limits, unitAbove, isCategory, kindOfCategory, type Page, type Recorded, type TextByLanguage } from '@isegoria/kernel';
import { PositionColumn, answer, pageFrom, type Projection } from '@isegoria/projection';
import { listCategories, type CategoryEvent, type CategoryView } from './category.contract';

@Entity('category')
export class CategoryRow {
  @PrimaryColumn('text')
  category: string;

  @Column('jsonb')
  names: TextByLanguage;

  @Column('jsonb', { nullable: true })
  about: TextByLanguage | null;

  /** Whether it was withdrawn itself: those below it are withdrawn with it. */
  @Column('boolean')
  withdrawn: boolean;

  /** Where in the log it got its words. */
  @PositionColumn()
  version: number;
}

export function categoryListProjection(): Projection {
  return { name: 'consultations/category-list', entities: [CategoryRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  for (const { type, data, position } of events as readonly Recorded<CategoryEvent>[]) {
    if (type === 'CategoryAdded' || type === 'CategoryRenamed') {
      const { category, names, about } = data;
      await rows.query(wordsStatement, [category, JSON.stringify(names), about && JSON.stringify(about), position]);
    }
    if (type === 'CategoryWithdrawn') await rows.query('UPDATE category SET withdrawn = true WHERE category = $1', [data.category]);
  }
}

const wordsStatement = `INSERT INTO category (category, names, about, withdrawn, version) VALUES ($1, $2, $3, false, $4)
  ON CONFLICT (category) DO UPDATE SET names = excluded.names, about = excluded.about, version = excluded.version`;

/** Each after the one above it. */
export async function categoryList(rows: DataSource | EntityManager, { cursor }: { cursor?: string } = {}): Promise<Page<CategoryView>> {
  const [{ count }]: [{ count: number }] = await rows.query('SELECT count(*)::int AS count FROM category');
  // In byte order a dot comes before everything that a name may contain, so those below one come before the next one beside it.
  const found: (Pick<CategoryView, 'category' | 'names' | 'about' | 'withdrawn'> & { version: string })[] = await rows.query(
    `SELECT category, names, about, version, EXISTS (SELECT FROM category other WHERE other.withdrawn
       AND (tree.category = other.category OR starts_with(tree.category, other.category || '.'))) AS withdrawn
     FROM category tree WHERE $1::text IS NULL OR category COLLATE "C" > $1 ORDER BY category COLLATE "C" LIMIT $2`,
    [cursor ?? null, limits.pageSize + 1],
  );
  const { items, ...page } = pageFrom(found, count, ({ category }) => category);
  return { ...page, items: items.map(viewOf) };
}

function viewOf({ version, ...row }: Omit<CategoryView, 'kind' | 'above' | 'version'> & { version: string }): CategoryView {
  const above = unitAbove(row.category)!;
  return { ...row, kind: kindOfCategory(row.category), above: isCategory(above) ? above : null, version: Number(version) };
}

export const categoryAnswers = [answer(listCategories, ['consultations'], (asked, { rows }) => categoryList(rows, asked))];
