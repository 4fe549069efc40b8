import { Form, Heading, SubmitButton, useTexts } from '@isegoria/ui';
import { actPages, type ActFormProps } from '../../../official-act/official-act.page';
import { discardDraft, type DiscardDraft } from '../draft.contract';

export const discardingPages = actPages<DiscardDraft>({
  name: 'discarding',
  contract: discardDraft,
  command: (_form, { id }) => ({ consultationId: id }),
  isOffered: ({ status, externalId }) => status === 'draft' && externalId === null,
  goesOnAt: () => '/office',
  Form: Discarding,
});

function Discarding({ action, form }: ActFormProps) {
  const { t } = useTexts();
  return (
    <section aria-labelledby="discard" class="stack">
      <Heading level={2} size="md" id="discard">
        {t('draft.discard')}
      </Heading>
      <Form name="discarding" action={action} state={form}>
        <p>{t('draft.discardWhy')}</p>
        <SubmitButton variant="secondary" danger>
          {t('draft.discard')}
        </SubmitButton>
      </Form>
    </section>
  );
}
