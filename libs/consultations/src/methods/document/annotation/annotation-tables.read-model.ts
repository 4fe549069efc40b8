import { wordsOf, type TextForReader } from '@isegoria/projection';
import type { TableRow, Tables } from '../../../export/contributions/contribution-tables.read-model';
import { deliberationTables } from '../../deliberation/statement/deliberation-tables.read-model';
import type { StatementSubmitted } from '../../deliberation/statement/statement.contract';
import type { AnnotationPlace, CarriedPlace } from './place.contract';
import { proposalAt } from '../proposal/proposal.contract';

const { statements } = deliberationTables;
const { late } = statements!;

const placeColumns = ['paragraph', 'version', 'words', 'replaces', 'leaves_out', 'reason'];

/** Annotations are statements that say what they are about. */
export const documentTables: Tables = {
  ...deliberationTables,
  statements: {
    ...statements!,
    columns: [...statements!.columns, ...placeColumns, 'lost_in_version', 'followed_in_version'],
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
  const proposal = text.state === 'open' ? proposalAt(place as AnnotationPlace | null, text.text) : undefined;
  return proposal && text.state === 'open' ? { ...text, text: proposal.words } : text;
}

const placeCells = (place: AnnotationPlace | null, text: TextForReader) => {
  if (!place) return [null, null, null, null, null, null];
  const said = wordsOf(text);
  const reason = said === null ? null : (proposalAt(place, said)?.reason ?? null);
  const { paragraph, version, words, replaces, leavesOut } = place;
  return [paragraph, String(version), words?.exact ?? null, yesOrNo(replaces), yesOrNo(leavesOut), reason];
};

const yesOrNo = (is: boolean) => (is ? 'yes' : 'no');

const carriedCells = ({ carried, followed_in: followedIn }: Readonly<Record<string, unknown>>) =>
  [(carried as CarriedPlace | null)?.lostIn, followedIn].map((version) => (typeof version === 'number' ? String(version) : null));
