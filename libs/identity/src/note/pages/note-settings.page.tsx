import { Choices, Form, SubmitButton, useTexts, type FormState } from '@isegoria/ui';
import { listOf } from '@isegoria/portal-kit';
import { Frame } from '../../account/frame.page';
import { noteWays, type NoteSubject } from '../note.contract';

/**
 * @param subjects of which the person may be told
 * @param minutes from one mail to the next
 */
export function NoteSettingsPage(props: { form: FormState; subjects: readonly NoteSubject[]; minutes: number }) {
  const { t } = useTexts();
  const { form, minutes } = props;
  const lead = t('noteSettings.lead', { minutes });
  const choices = props.subjects.map((subject) => ({ value: subject, label: t(`noteSettings.${subject}`) }));
  return (
    <Frame title={t('noteSettings.title')} lead={lead} trail={[{ href: '/account', label: t('nav.account') }]}>
      <Form name="notes" action="/account/notes" state={form}>
        {noteWays.map((way) => (
          <Choices
            form="notes"
            name={way}
            legend={t(`noteSettings.${way}`)}
            choices={choices}
            chosen={listOf(form, way)}
            multiple
            state={form}
            key={way}
          />
        ))}
        <SubmitButton>{t('noteSettings.send')}</SubmitButton>
      </Form>
    </Frame>
  );
}

/** Where the link in a mail leads. Programs that open links change nothing: it is the button that does. */
export function UnsubscribePage(props: { token: string; state: 'asked' | 'done' | 'unknown' }) {
  const { t } = useTexts();
  const { state } = props;
  return (
    <Frame title={t('unsubscribe.title')} lead={t(`unsubscribe.${state}`)}>
      {state === 'asked' && (
        <form method="post" action={`/unsubscribe?token=${encodeURIComponent(props.token)}`}>
          <SubmitButton>{t('unsubscribe.send')}</SubmitButton>
        </form>
      )}
    </Frame>
  );
}
