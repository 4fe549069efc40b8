import type { SuspensionRecord } from '@isegoria/identity';
import { limits } from '@isegoria/kernel';
import { PublicReason, ReasonFields, SuspensionInForce, type NameOf } from '@isegoria/portal-kit';
import {
  Breadcrumbs,
  CitizenText,
  EmptyState,
  Form,
  Heading,
  Link,
  SubmitButton,
  TextField,
  Time,
  useTexts,
  type FormState,
} from '@isegoria/ui';
import type { DeskItemView } from '../desk.contract';
import { DeskTags, LastDecision, deskItemPath } from '../pages/desk-item.page';

export interface DeskItemPageProps {
  readonly item: DeskItemView;
  /** Where everybody sees it. */
  readonly place: string;
  /** The words to which it replies. */
  readonly inReplyTo?: string | null;
  /** Reports and appeals about it that wait. */
  readonly about: readonly DeskItemView[];
  /** What else the same person wrote in this consultation. */
  readonly others: readonly DeskItemView[];
  readonly nameOf: NameOf;
  readonly maySuspend: boolean;
  /** The suspension of its author that is in force, for those who may suspend. */
  readonly standing?: SuspensionRecord | undefined;
  readonly forms: Readonly<Record<'decide' | 'appeal' | 'suspend', FormState>>;
}

/** One thing on the desk of moderators, with what they need to judge it. */
export function DeskItemPage(props: DeskItemPageProps) {
  const { t } = useTexts();
  const { item, forms, standing } = props;
  const path = deskItemPath(item);
  const isHidden = item.state === 'hidden';
  return (
    <div class="narrow stack-lg">
      <Breadcrumbs trail={[{ href: '/office/moderation', label: t('moderation.title') }]} />
      <div class="page-head">
        <div class="tags">
          <DeskTags item={item} />
        </div>
        <Heading level={1} size="lg">
          {t(`desk.kind.${item.item}`)}
        </Heading>
        {props.inReplyTo && (
          <blockquote class="card" aria-label={t('desk.inReplyTo')}>
            <CitizenText text={props.inReplyTo} />
          </blockquote>
        )}
        <CitizenText text={item.text} class="lead" />
        <p class="meta">
          {item.author !== null && <span>{props.nameOf(item.author)}</span>}
          <Time at={item.at} withTime />
          <Link href={props.place}>{t('desk.publicPlace')}</Link>
        </p>
        <LastDecision item={item} />
      </div>
      <Form name="hide" action={path} state={forms.decide}>
        <ReasonFields form="hide" state={forms.decide} />
        <div class="button-row">
          {(isHidden || item.state === 'waiting') && (
            <SubmitButton name="act" value="keep" variant="secondary">
              {t(isHidden ? 'desk.showAgain' : 'desk.keep')}
            </SubmitButton>
          )}
          {!isHidden && (
            <SubmitButton name="act" value="hide" danger>
              {t('desk.hide')}
            </SubmitButton>
          )}
        </div>
      </Form>
      <About {...props} />
      <section class="stack" aria-labelledby="by-author">
        <Heading level={2} size="md" id="by-author">
          {t('desk.byAuthor')}
        </Heading>
        {props.others.length === 0 && <EmptyState>{t('desk.noMore')}</EmptyState>}
        {props.others.length > 0 && (
          <ul class="rows">
            {props.others.map((other) => (
              <li key={other.id}>
                <div class="tags">
                  <DeskTags item={other} />
                </div>
                <CitizenText text={other.text} />
                <p class="meta">
                  <Link href={deskItemPath(other)}>{t('desk.look')}</Link>
                  <Time at={other.at} withTime />
                  {other.reason !== null && <PublicReason reason={other.reason} rule={other.rule} />}
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
      {props.maySuspend && item.author !== null && (
        <section class="stack" aria-labelledby="suspend-title">
          <Heading level={2} size="md" id="suspend-title">
            {t('desk.suspend')}
          </Heading>
          {standing && (
            <SuspensionInForce suspension={{ ...standing, isAppealed: standing.appeal !== null }} rule={standing.rule} id={standing.id} />
          )}
          {(!standing || forms.suspend.errors.length > 0) && <SuspendForm path={path} state={forms.suspend} />}
        </section>
      )}
    </div>
  );
}

function SuspendForm(props: { path: string; state: FormState }) {
  const { t } = useTexts();
  const { state } = props;
  return (
    <>
      <p>{t('desk.suspendLead')}</p>
      <Form name="suspend" action={`${props.path}/suspension`} state={state}>
        <TextField form="suspend" name="days" label={t('desk.days')} state={state} />
        <ReasonFields form="suspend" state={state} />
        <SubmitButton danger>{t('desk.suspend')}</SubmitButton>
      </Form>
    </>
  );
}

function About(props: DeskItemPageProps) {
  const { t } = useTexts();
  if (props.about.length === 0) return null;
  const form = props.forms.appeal;
  return (
    <section class="stack" aria-labelledby="waits">
      <Heading level={2} size="md" id="waits">
        {t('desk.waits')}
      </Heading>
      <ul class="rows">
        {props.about.map((one) => (
          <li key={one.id}>
            <div class="tags">
              <DeskTags item={one} />
            </div>
            {one.said !== null && <CitizenText text={one.said} />}
            <p class="meta">
              <Time at={one.at} withTime />
            </p>
            {one.kind === 'appeal' && (
              <Form name="appeal" action={`${deskItemPath(one)}/appeals/${one.id}`} state={form}>
                <TextField
                  form="appeal"
                  name="reason"
                  label={t('reason.words')}
                  hint={t('office.onRecord')}
                  state={form}
                  max={limits.reasonLength}
                />
                <div class="button-row">
                  <SubmitButton name="granted" value="yes">
                    {t('desk.grant')}
                  </SubmitButton>
                  <SubmitButton name="granted" value="no" variant="secondary">
                    {t('desk.dismiss')}
                  </SubmitButton>
                </div>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
