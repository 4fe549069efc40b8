import { ButtonLink, Heading, useTexts } from '@isegoria/ui';
import { ConfirmationPage } from '../../../official-act/confirmation/confirmation.page';
import { actPages, type ActFormProps } from '../../../official-act/official-act.page';
import { discardDraft, type DiscardDraft } from '../draft.contract';

export const discardingPages = actPages<DiscardDraft>({
  name: 'discarding',
  contract: discardDraft,
  command: (_form, { id }) => ({ consultationId: id }),
  version: ({ version }) => version,
  isOffered: ({ status, externalId }) => status === 'draft' && externalId === null,
  goesOnAt: () => '/office',
  Form: Discarding,
  Confirmation: DiscardingConfirmation,
});

function Discarding({ action }: ActFormProps) {
  const { t } = useTexts();
  return (
    <section aria-labelledby="discard" class="stack">
      <Heading level={2} size="md" id="discard">
        {t('draft.discard')}
      </Heading>
      <p>{t('draft.discardWhy')}</p>
      <div>
        <ButtonLink href={action} variant="secondary">
          {t('draft.discard')}
        </ButtonLink>
      </div>
    </section>
  );
}

function DiscardingConfirmation(props: ActFormProps) {
  const { t } = useTexts();
  return (
    <ConfirmationPage
      {...props}
      name="discarding"
      title={t('draft.discardConfirm')}
      button={t('draft.discard')}
      danger
      back={`/office/consultations/${props.consultation.id}`}
    >
      <p>{t('draft.discardWhy')}</p>
    </ConfirmationPage>
  );
}
