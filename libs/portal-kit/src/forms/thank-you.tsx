import type { MessageKey } from '@isegoria/texts';
import { Heading, Icon, Link, useTexts } from '@isegoria/ui';

interface ThankYouProps {
  readonly sentence: MessageKey;
  readonly next?: MessageKey;
  readonly receipt: string;
  readonly quiet?: boolean;
  readonly note?: string;
  readonly isLate?: boolean;
}

/**
 * Thanks for a contribution, and what happens next in human words. The proof, a receipt to keep, is behind a click: text to copy, a link to
 * check it, a page to print.
 * @param quiet smaller, and without the focus, for what is given many times in a row
 * @param note a sentence more, in the person's language
 * @param isLate whether it stands behind the closing in the log: nobody is thanked for what does not count
 */
export function ThankYou(props: ThankYouProps) {
  const { t } = useTexts();
  return (
    <div class="thanks" role="status" id="thanks" tabIndex={-1} autofocus={!props.quiet}>
      <div class="thanks-title">
        <Icon name={props.isLate ? 'pass' : 'agree'} />
        <Heading level={2} size={props.quiet ? 'xs' : 'sm'}>
          {t(props.isLate ? 'thanks.late' : props.sentence)}
        </Heading>
      </div>
      {props.next && !props.isLate && <p>{t(props.next)}</p>}
      {props.note && <p>{props.note}</p>}
      <UnfoldedReceipt text={props.receipt} />
    </div>
  );
}

export function UnfoldedReceipt(props: { text: string }) {
  const { t } = useTexts();
  return (
    <details class="ds-details as-table" data-variant="default" data-color="neutral">
      <summary>{t('receipt.show')}</summary>
      <div class="stack">
        <Receipt text={props.text} />
      </div>
    </details>
  );
}

export function Receipt(props: { text: string }) {
  const { t } = useTexts();
  return (
    <>
      <p>{t('receipt.what')}</p>
      <pre class="receipt-text" id="receipt-text" tabIndex={0} aria-label={t('receipt.title')}>
        {props.text}
      </pre>
      <div class="button-row no-print">
        <Link href={`/receipts/check?receipt=${encodeURIComponent(props.text)}`}>{t('receipt.check')}</Link>
        <button class="ds-button" data-variant="secondary" type="button" data-copy="receipt-text" data-done={t('receipt.copied')}>
          <Icon name="copy" />
          <span>{t('receipt.copy')}</span>
        </button>
        <a class="ds-button" data-variant="secondary" download href={`/receipts/file?r=${encodeURIComponent(props.text)}`}>
          {t('receipt.save')}
        </a>
        <a class="ds-button" data-variant="secondary" href={`/receipts/print?r=${encodeURIComponent(props.text)}`}>
          <Icon name="print" />
          {t('receipt.print')}
        </a>
      </div>
    </>
  );
}
