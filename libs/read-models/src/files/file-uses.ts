import type { DataSource, EntityManager } from 'typeorm';
import { fileList } from '@isegoria/content/read-models';
import {
  listUsedFiles,
  may,
  rootUnit,
  unitsWhere,
  type Actor,
  type FileUseView,
  type Language,
  type ThingWithFiles,
} from '@isegoria/contracts';
import { answer } from '@isegoria/projection';

interface FoundUse {
  readonly file: string;
  readonly kind: ThingWithFiles;
  readonly id: string | null;
  readonly title: string | null;
  readonly language: Language | null;
  readonly unit: string;
  readonly isPublic: boolean;
}

/** Files are attached by officials, and so rarely that all that has some is read through for a page of them. */
const usesOf = `
  SELECT DISTINCT found #>> '{}' AS file, kind, id, title, language, unit, "isPublic" FROM (
    SELECT 'consultation' AS kind, id, title, language, unit, published_position IS NOT NULL AS "isPublic", phases -> 0 -> 'kept' -> 'about' AS files
      FROM consultation
    UNION ALL SELECT 'consultation', c.id, title, language, unit, true, to_jsonb(ARRAY[given.documents, given.earlier])
      FROM consultation c JOIN (
        SELECT consultation_id, documents, earlier FROM official_answer UNION ALL SELECT consultation_id, documents, earlier FROM milestone
      ) AS given ON given.consultation_id = c.id
    UNION ALL SELECT 'page', id, title, language, unit, status = 'published', files FROM page
    UNION ALL SELECT 'question', id, NULL, NULL, unit, true, answer_files FROM question
    UNION ALL SELECT 'settings', NULL, NULL, NULL, '${rootUnit}', true, crest FROM settings
  ) AS thing, jsonb_path_query(files, '$.**.file') AS found
  WHERE found #>> '{}' = ANY ($1) ORDER BY kind, title, id`;

async function usesIn(rows: DataSource | EntityManager, files: readonly string[]): Promise<FoundUse[]> {
  return files.length === 0 ? [] : rows.query(usesOf, [files]);
}

/** A draft says nothing to those who have no part in its unit but that it is there. */
function isShownTo(reader: Actor | undefined, { kind, unit, isPublic }: FoundUse): boolean {
  return isPublic || may(reader, kind === 'page' ? 'publish' : 'consult', unit);
}

export const fileUseAnswers = [
  answer(listUsedFiles, ['content', 'consultations', 'feedback'], async ({ unit, file: only, cursor }, { rows, reader }) => {
    const page = await fileList(rows, { cursor, unit, file: only, within: unitsWhere(reader, 'publish') });
    const found = await usesIn(
      rows,
      page.items.map(({ file }) => file),
    );
    const items = page.items.map((file) => {
      const uses = found.filter((use) => use.file === file.file);
      const shown = uses.filter((use) => isShownTo(reader, use));
      const views = shown.map(({ kind, id, title, language, isPublic }): FileUseView => ({ kind, id, title, language, isPublic }));
      return { ...file, uses: views, otherUses: uses.length - shown.length };
    });
    return { ...page, items };
  }),
];
