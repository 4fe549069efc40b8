import { limits } from '@isegoria/kernel';
import { PublicReason } from '@isegoria/portal-kit';
import {
  ButtonLink,
  CitizenText,
  Form,
  Heading,
  Link,
  Notice,
  SubmitButton,
  TextArea,
  Time,
  Words,
  useTexts,
  type FormState,
} from '@isegoria/ui';
import { Frame } from '../../account/frame.page';
import type { SuspensionAppealView, SuspensionRecord } from '../list/suspension-list.contract';

export interface OwnSuspensionProps {
  readonly suspension: SuspensionRecord | undefined;
  /** Whether the holder has roles, which have no effect while the suspension lasts. */
  readonly hasRoles: boolean;
  readonly form: FormState;
  readonly back: string;
}

/** What somebody must know whose account is suspended: until when, why, what is left to do, and how to appeal. */
export function OwnSuspensionPage(props: OwnSuspensionProps) {
  const { t } = useTexts();
  const { suspension } = props;
  if (!suspension) return <NotSuspended back={props.back} />;
  const { isRunning, appeal } = suspension;
  return (
    <Frame title={t(titleOf(suspension))} lead={t(isRunning ? 'suspension.lead' : 'suspension.overLead')} trail={trailIn(t)}>
      <SuspensionFacts suspension={suspension} />
      {isRunning && props.hasRoles && <p>{t('suspension.roles')}</p>}
      {isRunning && <WhatIsLeft />}
      {(isRunning || appeal) && (
        <section class="stack" aria-labelledby="appeal-title">
          <Heading level={2} size="md" id="appeal-title">
            {t('suspension.appealTitle')}
          </Heading>
          {appeal ? <OwnAppeal appeal={appeal} /> : <AppealForm suspensionId={suspension.id} form={props.form} />}
        </section>
      )}
      <p>
        <Link href={props.back}>{t('suspension.goOn')}</Link>
      </p>
    </Frame>
  );
}

export const titleOf = (suspension: SuspensionRecord | undefined) =>
  suspension ? (suspension.isRunning ? 'suspension.title' : 'suspension.overTitle') : 'suspension.noneTitle';

type T = ReturnType<typeof useTexts>['t'];
const trailIn = (t: T) => [{ href: '/account', label: t('nav.account') }];

function NotSuspended(props: { back: string }) {
  const { t } = useTexts();
  return (
    <Frame title={t('suspension.noneTitle')} lead={t('suspension.none')} trail={trailIn(t)}>
      <ButtonLink href={props.back} variant="secondary">
        {t('suspension.goOn')}
      </ButtonLink>
    </Frame>
  );
}

/** When, until when and why. */
export function SuspensionFacts({ suspension }: { suspension: SuspensionRecord }) {
  const { t } = useTexts();
  const { orderedAt, orderedAs, until, endedAt, endReason, reason, rule } = suspension;
  return (
    <div class="card">
      <dl class="facts">
        <div>
          <dt>{t('suspension.since')}</dt>
          <dd>
            <Time at={orderedAt} withTime />
          </dd>
        </div>
        <div>
          <dt>{t('suspension.until')}</dt>
          <dd>
            <Time at={until} withTime />
          </dd>
        </div>
        {orderedAs !== null && (
          <div>
            <dt>{t('standing.orderedBy')}</dt>
            <dd>{t(`suspension.by.${orderedAs}`)}</dd>
          </div>
        )}
        <div>
          <dt>{t('suspension.reason')}</dt>
          <dd>
            <PublicReason reason={reason} rule={rule} />
          </dd>
        </div>
        {endedAt !== null && (
          <div>
            <dt>{t('suspension.endedAt')}</dt>
            <dd>
              <Time at={endedAt} withTime /> {endReason !== null && <Words text={endReason} />}
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

function WhatIsLeft() {
  const { t } = useTexts();
  return (
    <section class="stack" aria-labelledby="left-title">
      <Heading level={2} size="md" id="left-title">
        {t('suspension.whatYouCan')}
      </Heading>
      <ul class="ds-list">
        <li>
          <Link href="/my">{t('suspension.seeMy')}</Link>
        </li>
        <li>
          <Link href="/account/erasure">{t('erasure.title')}</Link>
        </li>
      </ul>
    </section>
  );
}

function AppealForm(props: { suspensionId: string; form: FormState }) {
  const { t } = useTexts();
  return (
    <>
      <p>{t('suspension.appealLead')}</p>
      <Form name="appeal" action="/account/suspension" state={props.form}>
        <input type="hidden" name="suspensionId" value={props.suspensionId} />
        <TextArea
          form="appeal"
          name="text"
          label={t('suspension.words')}
          hint={t('suspension.wordsHint')}
          state={props.form}
          max={limits.reasonLength}
        />
        <SubmitButton>{t('suspension.send')}</SubmitButton>
      </Form>
    </>
  );
}

function OwnAppeal({ appeal }: { appeal: SuspensionAppealView }) {
  const { t } = useTexts();
  const { granted, reason, rule, decidedAt } = appeal;
  return (
    <>
      {granted === null ? (
        <Notice colour="info" status>
          {t('suspension.waits')}
        </Notice>
      ) : (
        <Notice colour={granted ? 'success' : 'warning'}>
          <p>{t(granted ? 'suspension.granted' : 'suspension.dismissed')}</p>
          <p>
            <PublicReason reason={reason ?? ''} rule={rule} />
          </p>
          {decidedAt !== null && <Time at={decidedAt} withTime />}
        </Notice>
      )}
      <blockquote class="card" aria-label={t('suspension.yourWords')}>
        <CitizenText text={appeal.text} />
        <p class="meta">
          <Time at={appeal.madeAt} withTime />
        </p>
      </blockquote>
    </>
  );
}
