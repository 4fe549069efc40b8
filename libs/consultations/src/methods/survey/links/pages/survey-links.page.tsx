import { limits, type Page } from '@isegoria/kernel';
import { describeFields } from '@isegoria/portal-kit';
import {
  About,
  EmptyState,
  Form,
  Heading,
  Notice,
  Pagination,
  Sentence,
  SubmitButton,
  TextField,
  Time,
  Words,
  useTexts,
  type FormState,
} from '@isegoria/ui';
import { OfficeTrail } from '../../../../consultation/office/office-trail.page';
import type { ActivityView } from '../../../../activity/activity.contract';
import type { ConsultationView } from '../../../../consultation/consultation.contract';
import { issueSurveyLinks, linksInBatch, type LinkBatchView } from '../survey-links.contract';

describeFields({ links: { wrong: 'links.count.wrong' }, count: { wrong: 'links.count.wrong' } }, issueSurveyLinks);

export const surveyLinksPath = (consultationId: string, activityId: string) =>
  `/office/consultations/${consultationId}/activities/${activityId}/links`;

export interface LinksForms {
  readonly order: FormState;
  /** Of the batch that it names. */
  readonly revocation: FormState;
  readonly revoking?: number;
  /** The order that was just given. */
  readonly ordered?: { readonly key: string; readonly count: number };
}

interface LinksProps extends LinksForms {
  readonly consultation: ConsultationView;
  readonly activity: ActivityView;
  readonly batches: Page<LinkBatchView>;
  readonly cursor?: string;
  /** Whether links can still be ordered and revoked. */
  readonly isToComeOrOpen: boolean;
  /** Whether the links of a batch were asked for again. */
  readonly wasToldBefore: boolean;
}

/** The personal links of a survey: how many there are, and a form to order more. */
export function SurveyLinksPage(props: LinksProps) {
  const { t } = useTexts();
  const { consultation, activity, batches, cursor, order } = props;
  const path = surveyLinksPath(consultation.id, activity.id);
  return (
    <About language={consultation.language}>
      <div class="narrow stack-lg">
        <OfficeTrail consultation={consultation} />
        <div class="page-head">
          <Heading level={1} size="lg">
            {t('links.title')}
          </Heading>
          {activity.title !== null && (
            <p class="meta">
              <Words text={activity.title} by="office" />
            </p>
          )}
        </div>
        <p class="lead">{t('links.lead')}</p>
        <p>{t('links.howTo')}</p>
        {props.wasToldBefore && <Notice colour="warning">{t('links.onlyOnce')}</Notice>}
        {props.ordered && (
          <section class="panel stack" aria-labelledby="ordered-links">
            <Heading level={2} size="sm" id="ordered-links">
              {t('links.ordered.heading', { links: props.ordered.count })}
            </Heading>
            <p>{t('links.ordered.lead')}</p>
            <Form name="file" action={path} state={{ values: {}, errors: [], key: props.ordered.key }}>
              <input type="hidden" name="count" value={props.ordered.count} />
              <input type="hidden" name="file" value="yes" />
              <SubmitButton>{t('links.download')}</SubmitButton>
            </Form>
          </section>
        )}
        {props.isToComeOrOpen && (
          <section class="panel stack" aria-labelledby="order-links">
            <Heading level={2} size="sm" id="order-links">
              {t('links.order')}
            </Heading>
            <Form name="order" action={path} state={order}>
              <TextField
                form="order"
                name="count"
                state={order}
                label={t('links.count')}
                hint={t('links.count.hint', linksInBatch)}
                max={3}
              />
              <p class="meta">{t('links.orderHint')}</p>
              <SubmitButton>{t('links.order')}</SubmitButton>
            </Form>
          </section>
        )}
        <section class="stack" aria-labelledby="batches">
          <Heading level={2} size="sm" id="batches">
            {t('links.batches')}
          </Heading>
          {batches.items.length === 0 && <EmptyState>{t('links.none')}</EmptyState>}
          {batches.items.map((batch) => (
            <Batch {...props} path={path} batch={batch} key={batch.batch} />
          ))}
          <Pagination path={path} cursor={cursor} next={batches.next} />
        </section>
      </div>
    </About>
  );
}

function Batch({ batch, path, ...props }: LinksProps & { path: string; batch: LinkBatchView }) {
  const { t } = useTexts();
  const { revokedAt, reason } = batch;
  const form = `revocation-${batch.batch}`;
  const state = props.revoking === batch.batch ? props.revocation : { ...props.revocation, values: {}, errors: [] };
  return (
    <section class="panel stack" aria-labelledby={`batch-${batch.batch}`}>
      <Heading level={3} size="xs" id={`batch-${batch.batch}`}>
        {t('links.batch', { batch: batch.batch })}
      </Heading>
      <p>
        {t('links.standing', { answered: batch.answered, links: batch.links })} <span class="meta">
          <Sentence says="links.ordered" words={{ time: <Time at={batch.issuedAt} withTime /> }} />
        </span>
      </p>
      {revokedAt !== null && (
        <p>
          <Sentence says="links.revoked" words={{ reason: <Words text={reason ?? ''} by="office" /> }} />
        </p>
      )}
      {revokedAt === null && props.isToComeOrOpen && batch.answered < batch.links && (
        <details class="ds-details" data-variant="default" data-color="neutral" open={props.revoking === batch.batch}>
          <summary>{t('links.revoke')}</summary>
          <Form name={form} action={`${path}/${batch.batch}/revocation`} state={state}>
            <TextField
              form={form}
              name="reason"
              state={state}
              label={t('moderation.reason')}
              hint={t('links.revokeLead')}
              max={limits.reasonLength}
            />
            <SubmitButton variant="secondary">{t('links.revoke')}</SubmitButton>
          </Form>
        </details>
      )}
    </section>
  );
}
