import type { EntityManager } from 'typeorm';
import { filesView, withoutFile, type FilesInRow, type FilesView, type FileWithdrawn } from '@isegoria/content';
import type { PhaseInRow } from '../../phase/phase.read-model';
import { aboutOf, type About, type AboutWords } from './about.contract';

/** In rows a file says whether it was withdrawn. */
type AboutInRow = AboutWords & FilesInRow;
type AboutShown = AboutWords & FilesView;

/** The words stand with the first phase, so that rows of an earlier version can be read: they have none. */
export function aboutIn(phases: readonly PhaseInRow[]): AboutShown {
  const { picture, documents, ...words } = keptIn(phases);
  return { ...words, ...filesView({ picture, documents }) };
}

function keptIn(phases: readonly PhaseInRow[]): AboutInRow {
  return aboutOf(phases[0]?.kept?.['about'] as Partial<About> | undefined);
}

/** Where in the log the words that stand were recorded; 0 in rows of an earlier version. */
export function versionIn(phases: readonly PhaseInRow[]): number {
  return (phases[0]?.kept?.['version'] as number | undefined) ?? 0;
}

/** The phases with other words kept; each act keeps what else is there. */
export function withAbout(phases: readonly PhaseInRow[], about: Partial<About> | undefined, version: number): PhaseInRow[] {
  return phases.map((phase, index) => (index > 0 ? phase : { ...phase, kept: { ...phase.kept, about: aboutOf(about), version } }));
}

/** The phases with corrected words; the files beside the consultation stay. */
export function withWords(phases: readonly PhaseInRow[], words: AboutWords, version: number): PhaseInRow[] {
  return withAbout(phases, { ...keptIn(phases), ...words }, version);
}

interface Found {
  readonly id: string;
  readonly phases: PhaseInRow[];
}

/** Says wherever a file stands that it was withdrawn. */
export async function withdrawFromAbout(withdrawn: FileWithdrawn['data'], rows: EntityManager): Promise<void> {
  const found: Found[] = await rows.query(
    `SELECT id, phases FROM consultation WHERE strpos((phases -> 0 -> 'kept' -> 'about')::text, $1) > 0`,
    [withdrawn.file],
  );
  for (const { id, phases } of found) {
    const changed = withAbout(phases, withoutFile(keptIn(phases), withdrawn), versionIn(phases));
    await rows.query(`UPDATE consultation SET phases = $2 WHERE id = $1`, [id, JSON.stringify(changed)]);
  }
}
