import { Notice, SubmitButton, Tag, Time, useTexts } from '@isegoria/ui';
import { Frame } from '../account/frame.page';
import type { SessionView } from './own-sessions.contract';

/** Where somebody is signed in, and how to end it there. */
export function OwnSessionsPage(props: { sessions: readonly SessionView[]; count: number; isDone: boolean }) {
  const { t } = useTexts();
  const hasOthers = props.sessions.some(({ isCurrent }) => !isCurrent);
  return (
    <Frame title={t('sessions.title')} lead={t('sessions.lead')} trail={[{ href: '/account', label: t('nav.account') }]}>
      {props.isDone && (
        <Notice colour="success" status>
          {t('sessions.ended')}
        </Notice>
      )}
      <ul class="rows">
        {props.sessions.map((session) => (
          <li key={session.id}>
            <Session session={session} />
          </li>
        ))}
      </ul>
      {props.count > props.sessions.length && <p>{t('sessions.more', { count: props.count - props.sessions.length })}</p>}
      {hasOthers && (
        <form method="post" action="/account/sessions/others">
          <SubmitButton variant="secondary">{t('sessions.endOthers')}</SubmitButton>
        </form>
      )}
    </Frame>
  );
}

function Session(props: { session: SessionView }) {
  const { t, dateTime } = useTexts();
  const { id, device, begunAt, lastUsedAt, isCurrent } = props.session;
  const name = t(`sessions.${device}`);
  return (
    <>
      <p>
        <strong>{name}</strong> {isCurrent && <Tag>{t('sessions.current')}</Tag>}
      </p>
      <p class="meta">
        <span>
          {t('sessions.begun')} <Time at={begunAt} withTime />
        </span>
        <span>
          {t('sessions.lastUsed')} <Time at={lastUsedAt} withTime />
        </span>
      </p>
      {!isCurrent && (
        <form method="post" action={`/account/sessions/${id}`}>
          <button
            class="ds-button"
            data-size="sm"
            data-variant="secondary"
            type="submit"
            aria-label={t('sessions.endNamed', { device: name, time: dateTime(begunAt) })}
          >
            {t('sessions.end')}
          </button>
        </form>
      )}
    </>
  );
}
