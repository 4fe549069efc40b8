import type { RowAlteration } from './row-alteration.fixture';

const inLaw = (does: string, saidBy: string, statement: string): RowAlteration => ({
  does,
  saidBy,
  exitCode: 21,
  statement: ({ law }) => [statement, law.activityId],
});
const inAnnotation = (does: string, saidBy: string, set: string): RowAlteration => ({
  does,
  saidBy,
  exitCode: 21,
  statement: ({ law }) => [`UPDATE statement SET ${set} WHERE id = $1`, law.annotation],
});

/** What an insider does to a draft law, and to what people wrote to it. */
export const lawAlterations: readonly RowAlteration[] = [
  inLaw('the text of a law', 'DocumentRevised', `UPDATE paper_block SET text = 'No shore is open.' WHERE activity_id = $1 AND id = 'p2'`),
  inLaw('when the text of a law was written', 'DocumentWritten', `UPDATE paper_version SET written_at = now() WHERE activity_id = $1`),
  inLaw(
    'why the text of a law was changed',
    'DocumentRevised',
    `UPDATE paper_version SET reason = 'Nobody asked.' WHERE activity_id = $1 AND version = 2`,
  ),
  inLaw(
    'because of whom the text of a law was changed',
    'DocumentRevised',
    `UPDATE paper_version SET follows = '[]' WHERE activity_id = $1 AND version = 2`,
  ),
  inAnnotation(
    'where words of a law stand in its newest version',
    'DocumentRevised',
    `carried = '{"words": null, "lostIn": 2, "upTo": 2}'`,
  ),
  inAnnotation('that a law follows what somebody wrote', 'DocumentRevised', 'followed_in = NULL'),
  inAnnotation('which words of a law somebody means', 'StatementSubmitted', `at = jsonb_set(at, '{words,exact}', '"shore"')`),
  inAnnotation('how much was written to a paragraph of a law', 'DocumentRevised', `paragraph = 'p1'`),
  {
    does: 'what an office answered to a paragraph of a law',
    saidBy: 'OfficialAnswerPublished',
    exitCode: 21,
    statement: ({ law }) => [`UPDATE official_answer SET stance = 'accepted' WHERE about_id = $1`, law.annotation],
  },
];
