import { DataTable, Heading, Link, Notice, Time, useTexts } from '@isegoria/ui';
import type { CheckpointView, WitnessView } from './newest-checkpoint';

/** The log's newest checkpoint to keep a copy of, and who signed it beside the log. */
export function CheckpointSection(props: { checkpoint: CheckpointView | undefined }) {
  const { t, number } = useTexts();
  const { checkpoint } = props;
  return (
    <section class="stack" aria-labelledby="checkpoint">
      <Heading level={2} size="md" id="checkpoint">
        {t('transparency.checkpoint')}
      </Heading>
      <p>{t('transparency.checkpointLead')}</p>
      {checkpoint ? (
        <>
          {checkpoint.size !== undefined && <p>{t('transparency.size', { size: number(checkpoint.size) })}</p>}
          {checkpoint.signedAt !== null && (
            <p>
              {t('transparency.signedAt')} <Time at={checkpoint.signedAt} withTime />
            </p>
          )}
          <pre class="receipt-text" tabIndex={0} aria-label={t('transparency.checkpoint')}>
            {checkpoint.note}
          </pre>
          <Witnesses {...checkpoint} />
        </>
      ) : (
        <Notice colour="warning">{t('transparency.noCheckpoint')}</Notice>
      )}
      <p>
        <Link href="/log/keys">{t('transparency.keys')}</Link>
      </p>
    </section>
  );
}

function Witnesses({ witnesses, isEnough }: CheckpointView) {
  const { t } = useTexts();
  if (witnesses.length === 0) return <p>{t('witnesses.none')}</p>;
  const columns = [
    { head: t('witnesses.name'), cell: ({ name }: WitnessView) => <bdi>{name}</bdi> },
    {
      head: t('witnesses.signed'),
      cell: ({ signedAt }: WitnessView) => (signedAt ? <Time at={signedAt} withTime /> : t('witnesses.notSigned')),
    },
  ];
  return (
    <>
      <Heading level={3} size="sm">
        {t('witnesses.title')}
      </Heading>
      <p>{t('witnesses.lead')}</p>
      <DataTable caption={t('witnesses.title')} captionHidden columns={columns} rows={witnesses} />
      <p>{t(isEnough ? 'witnesses.enough' : 'witnesses.tooFew')}</p>
      <p>
        <Link href="/log/policy">{t('witnesses.policy')}</Link>
      </p>
    </>
  );
}
