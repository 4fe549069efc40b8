import type { MessageKey } from '@isegoria/texts';
import { Breadcrumbs, CitizenText, Form, Heading, Link, Notice, SubmitButton, TextArea, useTexts, type FormState } from '@isegoria/ui';

/** Something that the visitor said. */
export interface OwnThing {
  readonly kind: 'comment' | 'question' | 'statement' | 'annotation';
  /** Its own page, below which its forms are sent. */
  readonly path: string;
  /** Where everybody sees it. */
  readonly place: string;
  readonly text: string | null;
  /** Of what is changed. */
  readonly version: number;
  readonly max: number;
  readonly withdrawn: boolean;
  /** What came of it, each in a sentence with `version`. */
  readonly became?: readonly { readonly words: MessageKey; readonly version: number }[];
  /** Until when the words may be changed; or why they stay as they are. */
  readonly editing: { readonly until: string } | { readonly refused: MessageKey };
}

/** What just became of it. */
export type OwnWordsDone = 'changed' | 'late' | 'withdrawn';

/** The two forms of the page: each has what is wrong with it alone. */
export interface OwnWordsForms {
  readonly text: FormState;
  readonly withdrawal: FormState;
}

export interface OwnWordsProps {
  readonly thing: OwnThing;
  readonly forms: OwnWordsForms;
  readonly done?: OwnWordsDone;
}

/** Where somebody changes or withdraws what they said. */
export function OwnWordsPage(props: OwnWordsProps) {
  const { t } = useTexts();
  const { thing, done } = props;
  return (
    <div class="narrow stack-lg">
      <Breadcrumbs trail={[{ href: '/my', label: t('nav.my') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t(`own.${thing.kind}`)}
        </Heading>
      </div>
      {done === 'changed' && !thing.withdrawn && (
        <Notice colour="success" status>
          {t('own.changed')}
        </Notice>
      )}
      {done === 'late' && !thing.withdrawn && (
        <Notice colour="warning" status>
          {t('own.late')}
        </Notice>
      )}
      {thing.withdrawn ? (
        <Notice colour="success" status>
          {t('own.gone')}
        </Notice>
      ) : (
        <blockquote class="card">
          <CitizenText text={thing.text} />
        </blockquote>
      )}
      {thing.became?.map(({ words, version }) => (
        <Notice colour="info" key={words}>
          {t(words, { version })}
        </Notice>
      ))}
      <p>
        <Link href={thing.place}>{t('own.readInPlace')}</Link>
      </p>
      {!thing.withdrawn && <ChangeWords {...props} />}
      {!thing.withdrawn && (
        <section class="stack" aria-labelledby="withdraw">
          <Heading level={2} size="sm" id="withdraw">
            {t('own.withdraw')}
          </Heading>
          <p>{t('own.withdrawLead')}</p>
          <Form name="withdrawal" action={`${thing.path}/withdrawal`} state={props.forms.withdrawal}>
            <SubmitButton variant="secondary" danger>
              {t('own.withdrawSend')}
            </SubmitButton>
          </Form>
        </section>
      )}
    </div>
  );
}

/** A form that was refused stays, with what was typed, whatever the reason. */
function ChangeWords({ thing, forms: { text: form } }: OwnWordsProps) {
  const { t, dateTime } = useTexts();
  const isOpen = 'until' in thing.editing;
  return (
    <section class="stack" aria-labelledby="change">
      <Heading level={2} size="sm" id="change">
        {t('own.change')}
      </Heading>
      <p>{'until' in thing.editing ? t('own.until', { time: dateTime(thing.editing.until) }) : t(thing.editing.refused)}</p>
      {(isOpen || form.errors.length > 0) && (
        <Form name="text" action={`${thing.path}/text`} state={form}>
          <TextArea form="text" name="text" label={t('own.words')} state={form} max={thing.max} rows={5} />
          <SubmitButton>{t('own.save')}</SubmitButton>
        </Form>
      )}
    </section>
  );
}
