import { wordsOf, type TextForReader } from '@isegoria/projection';
import type { TableRow, Tables } from '../../../export/contributions/contribution-tables.read-model';
import { deliberationTables } from '../../deliberation/statement/deliberation-tables.read-model';
import type { StatementSubmitted } from '../../deliberation/statement/statement.contract';
import type { AnnotationPlace, CarriedPlace } from './place.contract';
import { proposalIn } from '../proposal/proposal.contract';

const { statements } = deliberationTables;
const { late } = statements!;

/** Annotations are statements that say what they are about. */
export const documentTables: Tables = {
  ...deliberationTables,
  statements: {
    ...statements!,
    columns: [...statements!.columns, 'paragraph', 'version', 'words', 'replaces', 'reason', 'lost_in_version', 'followed_in_version'],
    query: statements!.query.replace(', text\n', ', text, at AS place, carried, followed_in\n'),
    cells: (row, text, settings) => [
      ...statements!.cells(row, proposedIn(row, text), settings),
      ...placeCells(row['place'] as AnnotationPlace | null, text),
      ...carriedCells(row),
    ],
    late: {
      ...late!,
      row: (contribution) => {
        const { at = null } = contribution.data as StatementSubmitted['data'];
        return { ...late!.row(contribution), place: at, carried: null, followed_in: null };
      },
    },
  },
};

/** Of a proposal, its words alone: why it is made is a column of its own. */
function proposedIn({ place }: TableRow, text: TextForReader): TextForReader {
  if (!(place as AnnotationPlace | null)?.replaces || text.state !== 'open') return text;
  return { ...text, text: proposalIn(text.text).words };
}

const placeCells = (place: AnnotationPlace | null, text: TextForReader) => {
  if (!place) return [null, null, null, null, null];
  const said = place.replaces ? wordsOf(text) : null;
  const reason = said === null ? null : proposalIn(said).reason;
  return [place.paragraph, String(place.version), place.words?.exact ?? null, place.replaces ? 'yes' : 'no', reason];
};

const carriedCells = ({ carried, followed_in: followedIn }: Readonly<Record<string, unknown>>) =>
  [(carried as CarriedPlace | null)?.lostIn, followedIn].map((version) => (typeof version === 'number' ? String(version) : null));
