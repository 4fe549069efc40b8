import { QrImage } from '@isegoria/portal-kit';
import { Heading, Icon, Link, Time, useTexts } from '@isegoria/ui';

/** A receipt for paper: its text, and a QR code that leads to its check. Without scripts the browser's own command prints it. */
export function PrintedReceipt(props: { text: string; entry: string; time: string; link: string }) {
  const { t } = useTexts();
  return (
    <div class="narrow stack">
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('receipt.printTitle')}
        </Heading>
        <p class="lead">{t('receipt.what')}</p>
      </div>
      <p>
        {t('receipt.entry', { id: props.entry })} {t('receipt.recorded')} <Time at={props.time} withTime />.
      </p>
      <pre class="receipt-text" tabIndex={0} aria-label={t('receipt.title')}>
        {props.text}
      </pre>
      <p>{t('receipt.paper')}</p>
      <p dir="ltr">{new URL('/receipts', props.link).href}</p>
      <QrImage text={props.link} label={t('receipt.qr')} />
      <div class="button-row no-print">
        <button class="ds-button" type="button" data-print>
          <Icon name="print" />
          {t('receipt.printNow')}
        </button>
        <Link href={`/receipts?r=${encodeURIComponent(props.text)}`}>{t('receipt.check')}</Link>
      </div>
    </div>
  );
}
