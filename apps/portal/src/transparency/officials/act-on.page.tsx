import { isUnit, type OfficialAction } from '@isegoria/contracts';
import { ActivityName, SaidText, milestonePath, officialAnswersPath, paragraphPath } from '@isegoria/consultations/portal';
import { PublicReason, filePath } from '@isegoria/portal-kit';
import { About, Link, Sentence, Words, useTexts } from '@isegoria/ui';
import { isOfService, namedAs, type ActedOn } from './acted-on.portal';

export interface ActOnProps extends ActedOn {
  /** What a unit is called. */
  readonly nameOf: (unit: string) => string;
}

/** What the act was about, as far as there is a page of it, and the reason that was given. */
export function ActOn(props: ActOnProps & { action: OfficialAction }) {
  const { t } = useTexts();
  const { action, nameOf } = props;
  const { kind, subject, consultationId, language, role, contents, reason, rule } = action;
  const about = (
    <>
      {role && t('officials.account', { id: subject, role: t(`role.${role}`) })}
      {kind === 'erasure-ordered' && t('officials.erasedAccount')}
      <Place action={action} />
      <Part {...props} />
      {isUnit(subject) && <Words text={nameOf(subject)} />}
      {kind.startsWith('log-key-') && <code dir="ltr">{subject}</code>}
      {contents && <p>{t(`exportContents.${contents}`)}</p>}
      {reason && <Reason reason={reason} rule={rule} />}
    </>
  );
  if (language === null) return about;
  return (
    <About language={language} translated={props.translated.get(consultationId ?? '')}>
      {about}
    </About>
  );
}

/** The consultation, page or activity. */
function Place({ action }: { action: OfficialAction }) {
  const { t } = useTexts();
  const { kind, subject, consultationId, title, activityId, method, activity } = action;
  return (
    <>
      {consultationId && (
        <Link href={`/consultations/${consultationId}`}>
          {title ? <Words text={title} by="office" /> : t('officials.consultation')}
        </Link>
      )}
      {activityId && method && (
        <p class="meta">
          <ActivityName of={{ activities: [{ id: activityId, method, title: activity }] }} activityId={activityId} />
        </p>
      )}
      {kind.startsWith('page-') && title && (
        <Link href={`/pages/${subject}`}>
          <Words text={title} by="office" />
        </Link>
      )}
    </>
  );
}

/** What within it, or beside it. */
function Part({ action, words, services }: ActOnProps & { action: OfficialAction }) {
  const { t } = useTexts();
  const { kind, subject, consultationId, milestone, activityId, about, named } = action;
  const [said, service] = [words.get(namedAs(action)), isOfService(kind) ? services.get(subject) : undefined];
  return (
    <>
      {milestone !== null && consultationId && (
        <p>
          <Link href={milestonePath({ id: subject, consultationId })}>
            <Words text={milestone} by="office" />
          </Link>
        </p>
      )}
      {said && (said.text !== null || said.status !== 'accepted') && <SaidText said={{ ...said, rejected: undefined }} />}
      {about === 'paragraph' && activityId && named && (
        <p>
          <Link href={paragraphPath(activityId, named)}>{t('officials.paragraph')}</Link>
        </p>
      )}
      {kind === 'official-answer-published' && consultationId && (
        <p>
          <Link href={`${officialAnswersPath(consultationId)}?only=${subject}`}>{t('officialAnswers.readOne')}</Link>
        </p>
      )}
      {kind === 'question-answered' && (
        <p>
          <Link href={`/questions/${subject}`}>{t('officials.question')}</Link>
        </p>
      )}
      {service && (
        <Link href={`/services/${subject}`}>
          <Words text={service.words.title} language={service.language} />
        </Link>
      )}
      {kind === 'file-added' && <Link href={filePath(subject)}>{t('officials.file')}</Link>}
    </>
  );
}

/** The rule in the reader's language, and the official's own words as they are. */
function Reason({ reason, rule }: Pick<OfficialAction, 'rule'> & { reason: string }) {
  const { t } = useTexts();
  if (rule === null)
    return (
      <p>
        <Sentence says="officials.reason" words={{ reason: <Words text={reason} by="office" /> }} />
      </p>
    );
  return (
    <p>
      {t('officials.rule')} <PublicReason reason={reason} rule={rule} />
    </p>
  );
}
