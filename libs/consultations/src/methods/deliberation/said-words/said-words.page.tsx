import { PublicReason } from '@isegoria/portal-kit';
import type { MessageKey } from '@isegoria/texts';
import { CitizenText, useTexts } from '@isegoria/ui';
import { AboutWords } from '../../document/proposal/proposes.page';
import type { StatementResult } from '../deliberation.contract';
import type { StatementView } from '../statement/statement.contract';

/** Words that people said, as everybody may read them, and what became of them. */
export interface SaidWords extends Pick<StatementResult, 'text' | 'status'> {
  /** What of a draft law it is about. */
  readonly at?: StatementResult['at'];
  /** Where a moderator rejected them. */
  readonly rejected?: Pick<StatementView, 'rejectionReason' | 'rejectionRule'>;
  /** What stands in place of the words, where its status does not say. */
  readonly instead?: MessageKey;
}

/** What stands in place of words that nobody may read: only what was erased is called so. */
export const inPlaceOfWords = (said: Pick<StatementResult, 'status'> | undefined) =>
  said === undefined || said.status === 'accepted' ? 'text.erased' : (`statementStatus.${said.status}` as const);

export function SaidText({ said, class: named }: { said: SaidWords | undefined; class?: string }) {
  const { t } = useTexts();
  const { rejectionReason: reason = null, rejectionRule: rule } = said?.rejected ?? {};
  return (
    <>
      {said?.text && <AboutWords at={said.at} />}
      <CitizenText class={named} text={said?.text ?? null} instead={t(said?.instead ?? inPlaceOfWords(said))} />
      {reason !== null && (
        <p class="meta">
          <span>
            {t('dates.why')} <PublicReason reason={reason} rule={rule} />
          </span>
        </p>
      )}
    </>
  );
}
