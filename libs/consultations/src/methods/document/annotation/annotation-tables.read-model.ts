import { wordsOf, type TextForReader } from '@isegoria/projection';
import { named, type Cells, type TableRow, type Tables } from '../../../export/contributions/contribution-tables.read-model';
import { deliberationTables } from '../../deliberation/statement/deliberation-tables.read-model';
import type { StatementSubmitted } from '../../deliberation/statement/statement.contract';
import type { CarriedRow } from '../carrying/carried-over.read-model';
import type { AnnotationPlace } from './place.contract';
import { proposalAt } from '../proposal/proposal.contract';

const { statements } = deliberationTables;
const { late } = statements!;

/** Where it was written, what it says of that place, and where it stands by now. */
const placeColumns = ['paragraph', 'paragraph_number', 'version', 'words', 'replaces', 'leaves_out', 'reason'];
const nowColumns = ['newest_version', 'paragraph_now', 'paragraph_number_now', 'words_now', 'lost_in_version', 'followed_in_version'];

/** Paragraphs of a version with their numbers, as people read them. */
const numbered = `(SELECT version AS in_version, id AS named, row_number() OVER (PARTITION BY version ORDER BY place) AS number
  FROM paper_block WHERE activity_id = $1 AND kind = 'paragraph')`;

/** @param at what the annotation said of its place */
const written = (at: string) =>
  `LEFT JOIN ${numbered} AS written ON written.in_version = (${at}->>'version')::int AND written.named = ${at}->>'paragraph'`;

const standing = `CROSS JOIN (SELECT max(version) AS newest FROM paper_version WHERE activity_id = $1 AND stands) AS paper
  LEFT JOIN ${numbered} AS standing ON standing.in_version = newest AND standing.named = paragraph`;

/** Annotations are statements that say what they are about. */
export const documentTables: Tables = {
  ...deliberationTables,
  statements: {
    ...statements!,
    columns: [...statements!.columns, ...placeColumns, ...nowColumns],
    query: statements!.query
      .replace(', text\n', ', text, at AS place, written.number, newest, paragraph, standing.number AS number_now, carried, followed_in\n')
      .replace('FROM statement', `FROM statement ${written('at')} ${standing}`),
    cells: (row, text, settings) => [
      ...statements!.cells(row, proposedIn(row, text), settings),
      ...placeCells(row, text),
      ...named(row, 'newest'),
      ...nowCells(row),
      ...named(row, 'followed_in'),
    ],
    late: {
      ...late!,
      beside: { columns: ['written.number'], join: written("(data->'at')") },
      row: (contribution) => {
        const { at = null } = contribution.data as StatementSubmitted['data'];
        return { ...late!.row(contribution), ...contribution.beside, place: at };
      },
    },
  },
};

/** Of a proposal, its words alone: why it is made is a column of its own. */
function proposedIn({ place }: TableRow, text: TextForReader): TextForReader {
  const proposal = text.state === 'open' ? proposalAt(place as AnnotationPlace | null, text.text) : undefined;
  return proposal && text.state === 'open' ? { ...text, text: proposal.words } : text;
}

function placeCells(row: TableRow, text: TextForReader): Cells {
  const place = row['place'] as AnnotationPlace | null;
  if (!place) return placeColumns.map(() => null);
  const said = wordsOf(text);
  const reason = said === null ? null : (proposalAt(place, said)?.reason ?? null);
  const { paragraph, version, words, replaces, leavesOut } = place;
  return [paragraph, ...named(row, 'number'), String(version), words?.exact ?? null, yesOrNo(replaces), yesOrNo(leavesOut), reason];
}

const yesOrNo = (is: boolean) => (is ? 'yes' : 'no');

/** What lost its place stands nowhere, and what came too late is not carried over. */
function nowCells(row: TableRow): Cells {
  const carried = row['carried'] as CarriedRow | null | undefined;
  if (!carried) return [null, null, null, null];
  if (carried.lostIn !== null) return [null, null, null, String(carried.lostIn)];
  return [...named(row, 'paragraph', 'number_now'), carried.words?.exact ?? null, null];
}
