import type { Texts } from '@isegoria/texts';
import { figureRow, wordsRow } from '../../choices/results/figure-rows.page';
import type { FigureRow } from '../../method/method.page';
import type { StatementResult } from '../deliberation.contract';
import { inPlaceOfWords } from '../said-words/said-words.page';
import { certaintyInWords } from './chart/map-people.page';
import type { MapView, OpinionGroup, OpinionMap } from './opinion-map.contract';

/** The groups of the opinion map, what sets each apart and what all agree on, for a file: as of which position, and who is on no map. */
export function mapFigures(texts: Texts, { map, ...of }: OpinionMap, statements: readonly StatementResult[]): FigureRow[] {
  const { t } = texts;
  const { participants, needed, unplaced } = of;
  const title = t('map.title');
  const people = (who: string, count: number) => figureRow(who, t('figures.participants'), count);
  const beside = [
    people(t('map.unplacedFew', { needed }), unplaced.tooFewVotes),
    people(t('map.unplacedRejected'), unplaced.onlyOnRejected),
  ];
  if (!map) return [wordsRow(title, t('map.tooFew', { participants, statements: of.statements })), ...beside];
  const known = new Map(statements.map((statement) => [statement.id, statement]));
  const wordsOf = (id: string) => known.get(id)?.text ?? t(inPlaceOfWords(known.get(id)));
  return [
    ...[wordsRow(title, t('results.computed', { position: of.position })), wordsRow(title, certaintyInWords(texts, map))],
    people(title, map.participants.length),
    ...map.groups.map(({ id, participants: count }) => people(t('map.groupName', { group: id }), count)),
    ...beside,
    ...map.groups.flatMap((group) => setApart(texts, group, wordsOf)),
    ...agreedOn(texts, map, known),
  ];
}

/** The votes of a group on the statements that set it apart. */
function setApart({ t }: Texts, { id, representative }: OpinionGroup, wordsOf: (statementId: string) => string): FigureRow[] {
  const inGroup = (choice: string) => t('table.atLevel', { choice, level: t('map.groupName', { group: id }) });
  return representative.flatMap(({ statementId, agrees, disagrees, votes }) => {
    const of = wordsOf(statementId);
    return [
      figureRow(of, inGroup(t('vote.agree')), agrees),
      figureRow(of, inGroup(t('vote.disagree')), disagrees),
      figureRow(of, inGroup(t('vote.pass')), votes - agrees - disagrees),
    ];
  });
}

/** Those whose words the page has. */
function agreedOn({ t }: Texts, { consensus, groups }: MapView, known: ReadonlyMap<string, StatementResult>): FigureRow[] {
  const figure = t(groups.length > 0 ? 'file.consensus' : 'file.agreement');
  return consensus.flatMap(({ statementId }, index) => {
    const text = known.get(statementId)?.text;
    return text ? [figureRow(text, figure, index + 1)] : [];
  });
}
