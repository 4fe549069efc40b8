import { directionOf } from '@isegoria/texts';
import { DataTable, Heading, useTexts } from '@isegoria/ui';
import { weekdays, type ServiceChannels } from '../described/described.contract';
import { nameOfDay, type AsRead } from './as-read';

/** Phone, mail, office and post, with the hours of the office as a table. */
export function WaysToReach(props: { channels: ServiceChannels; read: AsRead; zone: string }) {
  const { t } = useTexts();
  const { phone, email, hours } = props.channels;
  const { words, language } = props.read;
  const of = { lang: language, dir: directionOf(language), class: 'lines' } as const;
  if ([phone, email, words.office, words.post].every((way) => way === null) && hours.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="ways">
      <Heading level={2} size="md" id="ways">
        {t('service.ways')}
      </Heading>
      <dl class="facts">
        {phone !== null && (
          <div>
            <dt>{t('service.phone')}</dt>
            <dd>
              <a class="ds-link" href={`tel:${phone.replace(/[^+\d]/g, '')}`} dir="ltr">
                {phone}
              </a>
            </dd>
          </div>
        )}
        {email !== null && (
          <div>
            <dt>{t('service.email')}</dt>
            <dd>
              <a class="ds-link" href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`} dir="ltr">
                {email}
              </a>
            </dd>
          </div>
        )}
        {words.office !== null && (
          <div>
            <dt>{t('service.office')}</dt>
            <dd {...of}>{words.office}</dd>
          </div>
        )}
        {words.post !== null && (
          <div>
            <dt>{t('service.post')}</dt>
            <dd {...of}>{words.post}</dd>
          </div>
        )}
      </dl>
      {hours.length > 0 && <Hours hours={hours} zone={props.zone} />}
    </section>
  );
}

function Hours({ hours, zone }: { hours: ServiceChannels['hours']; zone: string }) {
  const { t, language } = useTexts();
  const on = (day: string) => hours.filter((one) => one.day === day).sort((one, other) => (one.opens < other.opens ? -1 : 1));
  return (
    <>
      <DataTable
        caption={t('service.hours')}
        columns={[
          { head: t('service.day'), cell: (day) => nameOfDay(day, language) },
          {
            head: t('service.open'),
            cell: (day) => {
              const times = on(day).map(({ opens, closes }) => `${opens}–${closes}`);
              return times.length === 0 ? t('service.closed') : <bdi dir="ltr">{times.join(', ')}</bdi>;
            },
          },
        ]}
        rows={weekdays}
      />
      <p class="meta">{t('service.zone', { zone })}</p>
    </>
  );
}
