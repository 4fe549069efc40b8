import { limits } from '@isegoria/kernel';
import { WasChanged, withQuery } from '@isegoria/portal-kit';
import {
  Breadcrumbs,
  CitizenText,
  EmptyState,
  Form,
  Heading,
  Link,
  Pagination,
  SubmitButton,
  TextField,
  Time,
  useTexts,
  type FormState,
} from '@isegoria/ui';
import type { PendingStatementView } from '../statement/statement.contract';

/** Statements that wait for a moderator: each is accepted as it stands or rejected with a reason, on the record. */
export function ModerationPage(props: {
  statements: readonly PendingStatementView[];
  cursor?: string;
  next: string | null;
  blank: FormState;
  sent?: { statementId: string; form: FormState };
}) {
  const { t } = useTexts();
  return (
    <div class="narrow">
      <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('moderation.title')}
        </Heading>
        <p class="lead">{t('moderation.lead')}</p>
      </div>
      {props.statements.length === 0 && <EmptyState next={{ href: '/office', label: t('nav.office') }}>{t('moderation.empty')}</EmptyState>}
      <div class="stack">
        {props.statements.map((statement) => {
          const state = props.sent?.statementId === statement.id ? props.sent.form : props.blank;
          const name = `moderate-${statement.id}`;
          return (
            <article class="card" key={statement.id}>
              <CitizenText text={statement.text} class="loop-label" />
              <p class="meta">
                <Link href={`/consultations/${statement.consultationId}`}>{statement.consultationTitle}</Link>
                <Time at={statement.submittedAt} withTime />
                <WasChanged at={statement.editedAt} />
              </p>
              <Form
                name={`${name}-accept`}
                action={withQuery(`/office/moderation/${statement.id}/acceptance`, { cursor: props.cursor })}
                state={props.blank}
              >
                <input type="hidden" name="edits" value={statement.edits} />
                <SubmitButton>{t('moderation.accept')}</SubmitButton>
              </Form>
              <Form name={name} action={withQuery(`/office/moderation/${statement.id}/rejection`, { cursor: props.cursor })} state={state}>
                <TextField
                  form={name}
                  name="reason"
                  label={t('moderation.reason')}
                  hint={t('office.onRecord')}
                  state={state}
                  max={limits.reasonLength}
                />
                <SubmitButton variant="secondary" danger>
                  {t('moderation.reject')}
                </SubmitButton>
              </Form>
            </article>
          );
        })}
      </div>
      <Pagination path="/office/moderation" cursor={props.cursor} next={props.next} oldestFirst />
    </div>
  );
}
