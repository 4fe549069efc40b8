import { ButtonLink, Form, SubmitButton, useTexts, type FormState } from '@isegoria/ui';
import { WithReason } from './with-reason.page';

/** What an office does with something that it wrote, besides changing its words: publishes it, looks at it, withdraws it. */
export function Publication(props: {
  readonly isPublished: boolean;
  /** Whether it may be published, where that is not said by it being published. */
  readonly mayPublish?: boolean;
  /** Where its forms are sent. */
  readonly action: string;
  /** Where everybody reads it. */
  readonly shownAt: string;
  /** What its button says. */
  readonly publish: string;
  readonly publication: FormState;
  readonly withdrawal: FormState;
}) {
  const { t } = useTexts();
  const { isPublished, action, publication, withdrawal } = props;
  return (
    <>
      {(props.mayPublish ?? !isPublished) && (
        <Form name="publication" action={`${action}/publication`} state={publication}>
          <SubmitButton>{props.publish}</SubmitButton>
        </Form>
      )}
      <ButtonLink href={props.shownAt} variant="secondary">
        {t('office.view')}
      </ButtonLink>
      {isPublished && (
        <WithReason
          name="withdrawal"
          action={`${action}/withdrawal`}
          state={withdrawal}
          label={t('office.withdrawReason')}
          button={t('office.withdraw')}
          danger
        />
      )}
    </>
  );
}
