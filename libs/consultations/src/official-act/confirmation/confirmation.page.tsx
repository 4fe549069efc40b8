import type { ComponentChildren } from 'preact';
import { Form, Heading, Link, SaidBefore, SubmitButton, WordsIn, useTexts } from '@isegoria/ui';
import { OfficeTrail } from '../../consultation/office/office-trail.page';
import type { ActFormProps } from '../official-act.page';

export interface ConfirmationProps extends ActFormProps {
  /** The name of the form. */
  readonly name: string;
  readonly title: string;
  /** What the button says that does it. */
  readonly button: string;
  readonly danger?: boolean;
  /** Where everything can still be changed. */
  readonly back: string;
  readonly children: ComponentChildren;
}

/** A page that says what will happen, and does it only when that is confirmed: a plain form, with what was typed before. */
export function ConfirmationPage(props: ConfirmationProps) {
  const { t } = useTexts();
  const { title, language } = props.consultation;
  return (
    <div class="narrow">
      <OfficeTrail consultation={props.consultation} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {props.title}
        </Heading>
        <p class="lead">
          <WordsIn language={language}>{title}</WordsIn>
        </p>
      </div>
      <div class="stack-lg">
        {props.children}
        <Form name={props.name} action={props.action} state={props.form}>
          <SaidBefore values={props.form.values} />
          <div class="button-row">
            <SubmitButton danger={props.danger}>{props.button}</SubmitButton>
            <Link href={props.back}>{t('confirmation.back')}</Link>
          </div>
        </Form>
      </div>
    </div>
  );
}
