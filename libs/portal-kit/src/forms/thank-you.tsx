import type { MessageKey } from '@isegoria/texts';
import { Heading, Icon, Link, useTexts } from '@isegoria/ui';

/**
 * Thanks for a contribution, with the receipt to keep: text to copy, a link to check it, a page to print. Quiet thanks keep the receipt
 * behind a click, for what is given many times in a row.
 */
export function ThankYou(props: { sentence: MessageKey; receipt: string; quiet?: boolean }) {
  const { t } = useTexts();
  const { quiet } = props;
  const receipt = <Receipt text={props.receipt} />;
  return (
    <div class="thanks" role="status" id="thanks">
      <div class="thanks-title">
        <Icon name="agree" />
        <Heading level={2} size={quiet ? 'xs' : 'sm'}>
          {t(props.sentence)}
        </Heading>
      </div>
      {quiet ? (
        <details class="ds-details as-table" data-variant="default" data-color="neutral">
          <summary>{t('receipt.show')}</summary>
          <div class="stack">{receipt}</div>
        </details>
      ) : (
        receipt
      )}
    </div>
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
        <a
          class="ds-button"
          data-variant="secondary"
          download="receipt.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(props.text)}`}
        >
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
