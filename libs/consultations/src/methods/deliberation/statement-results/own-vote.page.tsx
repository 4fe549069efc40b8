import { Sentence, useTexts } from '@isegoria/ui';
import type { OwnVoteProps } from '../../method/method.page';

/** A vote on a statement, in a sentence. */
export function OwnVote({ vote, words }: OwnVoteProps) {
  const { t } = useTexts();
  const choice = t(`vote.${vote.choice!}`);
  const what = words.get(vote.statementId ?? '');
  return what === undefined ? <>{t('votes.onWithdrawn', { choice })}</> : <Sentence says="votes.on" words={{ what }} values={{ choice }} />;
}
