import { limits } from '@isegoria/kernel';
import { PublicReason } from '@isegoria/portal-kit';
import { CitizenText, EmptyState, Form, Heading, Notice, SubmitButton, TextArea, Time, useTexts, type FormState } from '@isegoria/ui';
import { Frame } from '../../account/frame.page';
import { SuspensionFacts } from '../own/own-suspension.page';
import type { SuspensionRecord } from './suspension-list.contract';
import { AccountLink, OrderedBy, SuspensionTags } from './suspension-list.page';

export interface OneSuspensionProps {
  readonly suspension: SuspensionRecord;
  /** Whether the visitor ordered it. */
  readonly isOwn: boolean;
  readonly forms: Readonly<Record<'appeal' | 'end', FormState>>;
}

/** One suspension, the appeal against it, and what may be done about both. */
export function OneSuspensionPage(props: OneSuspensionProps) {
  const { t } = useTexts();
  const { suspension, forms } = props;
  const path = `/office/suspensions/${suspension.id}`;
  return (
    <Frame title={t('suspensions.oneTitle')} trail={[{ href: '/office/suspensions', label: t('suspensions.title') }]}>
      <div class="tags">
        <SuspensionTags suspension={suspension} />
      </div>
      <SuspensionFacts suspension={suspension} />
      <p class="meta">
        <OrderedBy suspension={suspension} />
        <AccountLink suspension={suspension} />
      </p>
      <section class="stack" aria-labelledby="appeal-title">
        <Heading level={2} size="md" id="appeal-title">
          {t('suspensions.appeal')}
        </Heading>
        <Appeal {...props} action={`${path}/appeal`} />
      </section>
      {suspension.isRunning && (
        <section class="stack" aria-labelledby="end-title">
          <Heading level={2} size="md" id="end-title">
            {t('suspensions.end')}
          </Heading>
          <Form name="end" action={`${path}/end`} state={forms.end}>
            <Reason form="end" state={forms.end} hint={t('office.onRecord')} />
            <SubmitButton variant="secondary">{t('suspensions.endSend')}</SubmitButton>
          </Form>
        </section>
      )}
    </Frame>
  );
}

function Appeal({ suspension, isOwn, forms, action }: OneSuspensionProps & { action: string }) {
  const { t } = useTexts();
  const { appeal } = suspension;
  if (!appeal) return <EmptyState>{t('suspensions.noAppeal')}</EmptyState>;
  const waits = appeal.granted === null && suspension.endedAt === null;
  return (
    <>
      <blockquote class="card" aria-label={t('suspensions.says')}>
        <CitizenText text={appeal.text} />
        <p class="meta">
          <Time at={appeal.madeAt} withTime />
        </p>
      </blockquote>
      {appeal.reason !== null && appeal.decidedAt !== null && (
        <p class="meta">
          <span>{t(appeal.granted ? 'suspensions.wasGranted' : 'suspensions.wasDismissed')}</span>
          <Time at={appeal.decidedAt} withTime />
          <span>
            <PublicReason reason={appeal.reason} rule={appeal.rule} />
          </span>
        </p>
      )}
      {waits && isOwn && <Notice colour="info">{t('suspensions.own')}</Notice>}
      {waits && !isOwn && (
        <Form name="appeal" action={action} state={forms.appeal}>
          <Reason form="appeal" state={forms.appeal} hint={t('suspensions.decisionHint')} />
          <div class="button-row">
            <SubmitButton name="granted" value="yes">
              {t('suspensions.grant')}
            </SubmitButton>
            <SubmitButton name="granted" value="no" variant="secondary">
              {t('suspensions.dismiss')}
            </SubmitButton>
          </div>
        </Form>
      )}
    </>
  );
}

function Reason(props: { form: string; state: FormState; hint: string }) {
  const { t } = useTexts();
  return <TextArea {...props} name="reason" label={t('suspensions.decisionReason')} max={limits.reasonLength} rows={3} />;
}
