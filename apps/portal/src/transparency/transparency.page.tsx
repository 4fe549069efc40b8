import { Heading, Link, useTexts, type MessageKey } from '@isegoria/ui';
import { CheckpointSection } from './checkpoint.section';
import type { CheckpointView } from './newest-checkpoint';

const workings: readonly MessageKey[] = [
  'transparency.promise1',
  'transparency.promise2',
  'transparency.promise3',
  'transparency.promise4',
];
const limitsOfIt: readonly MessageKey[] = [
  'transparency.not4',
  'transparency.not5',
  'transparency.not1',
  'transparency.not2',
  'transparency.not3',
];
const promised = ['recorded', 'counted', 'eligible'] as const;

/** What the platform promises and what it does not, what each promise rests on, and how an outsider verifies everything. */
export function TransparencyPage(props: { checkpoint: CheckpointView | undefined; origin: string }) {
  const { t } = useTexts();
  return (
    <div class="narrow">
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('transparency.title')}
        </Heading>
        <p class="lead">{t('transparency.lead')}</p>
      </div>
      <div class="stack-lg">
        <section class="stack" aria-labelledby="promise">
          <Heading level={2} size="md" id="promise">
            {t('promise.title')}
          </Heading>
          {promised.map((promise) => (
            <Promised promise={promise} key={promise} />
          ))}
        </section>
        <section class="stack" aria-labelledby="workings">
          <Heading level={2} size="md" id="workings">
            {t('transparency.promises')}
          </Heading>
          <ul class="ds-list">
            {workings.map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
        </section>
        <section class="stack" aria-labelledby="limits">
          <Heading level={2} size="md" id="limits">
            {t('transparency.limits')}
          </Heading>
          <ul class="ds-list">
            {limitsOfIt.map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
        </section>
        <section class="stack" aria-labelledby="officials">
          <Heading level={2} size="md" id="officials">
            {t('transparency.officials')}
          </Heading>
          <p>
            {t('transparency.officialsLead')} <Link href="/transparency/officials">{t('officials.title')}</Link>
          </p>
        </section>
        <CheckpointSection checkpoint={props.checkpoint} />
        <section class="stack" aria-labelledby="recount">
          <Heading level={2} size="md" id="recount">
            {t('transparency.recount')}
          </Heading>
          <p>{t('transparency.recountLead')}</p>
          <pre class="receipt-text" tabIndex={0} aria-label={t('transparency.recount')}>{`npm run audit -- ${props.origin}`}</pre>
          <p>{t('transparency.recountResult')}</p>
          <p>
            {t('transparency.recountMore')} <Link href="/transparency/auditors">{t('auditors.title')}</Link>
          </p>
        </section>
        <section class="stack" aria-labelledby="own">
          <Heading level={2} size="md" id="own">
            {t('transparency.own')}
          </Heading>
          <p>
            {t('transparency.ownLead')} <Link href="/receipts/check">{t('check.title')}</Link>
          </p>
        </section>
      </div>
    </div>
  );
}

function Promised(props: { promise: (typeof promised)[number] }) {
  const { t } = useTexts();
  const { promise } = props;
  return (
    <div class="stack">
      <Heading level={3} size="sm">
        {t(`promise.${promise}`)}
      </Heading>
      <p>{t(`promise.${promise}.what`)}</p>
      <p>
        <strong>{t('promise.restsOn')}.</strong> {t(`promise.${promise}.restsOn`)}
      </p>
      <p>
        <strong>{t('promise.check')}.</strong> {t(`promise.${promise}.check`)}
      </p>
    </div>
  );
}
