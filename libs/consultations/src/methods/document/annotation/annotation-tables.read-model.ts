import type { Tables } from '../../../export/contributions/contribution-tables.read-model';
import { deliberationTables } from '../../deliberation/statement/deliberation-tables.read-model';
import type { StatementSubmitted } from '../../deliberation/statement/statement.contract';
import type { AnnotationPlace } from './place.contract';

const { statements } = deliberationTables;
const { late } = statements!;

/** Annotations are statements that say what they are about. */
export const documentTables: Tables = {
  ...deliberationTables,
  statements: {
    ...statements!,
    columns: [...statements!.columns, 'paragraph', 'version', 'words', 'replaces'],
    query: statements!.query.replace(', text\n', ', text, at AS place\n'),
    cells: (row, text, settings) => [...statements!.cells(row, text, settings), ...placeCells(row['place'] as AnnotationPlace | null)],
    late: {
      ...late!,
      row: (contribution) => ({ ...late!.row(contribution), place: (contribution.data as StatementSubmitted['data']).at ?? null }),
    },
  },
};

const placeCells = (place: AnnotationPlace | null) =>
  place ? [place.paragraph, String(place.version), place.words?.exact ?? null, place.replaces ? 'yes' : 'no'] : [null, null, null, null];
