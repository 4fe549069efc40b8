import { limits } from '@isegoria/kernel';
import { Picture, UnitFilter, filePath, sizeInWords, withQuery, type UnitTree } from '@isegoria/portal-kit';
import {
  Breadcrumbs,
  EmptyState,
  Form,
  Heading,
  Link,
  Notice,
  Pagination,
  Sentence,
  SubmitButton,
  Tag,
  TextField,
  Time,
  Words,
  useTexts,
  type Choice,
  type FormState,
} from '@isegoria/ui';
import type { FileUseView, UsedFileView } from '../uses/file-uses.contract';
import { isPicture } from '../file.contract';

const addressOf = {
  consultation: '/office/consultations/',
  page: '/office/pages/',
  question: '/questions/',
  settings: '/office/settings',
} as const;
export const withdrawalPath = (file: string) => `/office/files/${file}/withdrawal`;

/** The files of an office: what each is, where it stands, and the way to withdraw it. */
export function FilesPage(props: {
  files: readonly UsedFileView[];
  cursor?: string;
  next: string | null;
  tree: UnitTree;
  units: readonly Choice[];
  unit?: string;
}) {
  const { t } = useTexts();
  return (
    <>
      <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('officeFiles.title')}
        </Heading>
        <p class="lead">{t('officeFiles.lead')}</p>
      </div>
      {props.units.length > 1 && <UnitFilter path="/office/files" units={props.units} chosen={props.unit} />}
      <div class="narrow section">
        {props.files.length === 0 && <EmptyState>{t('officeFiles.empty')}</EmptyState>}
        {props.files.length > 0 && (
          <ul class="rows">
            {props.files.map((file) => (
              <li key={file.file}>
                <FileItem file={file} unitName={props.tree.nameOf(file.unit)} />
              </li>
            ))}
          </ul>
        )}
        <Pagination path={withQuery('/office/files', { unit: props.unit })} cursor={props.cursor} next={props.next} />
      </div>
    </>
  );
}

function FileItem({ file, unitName }: { file: UsedFileView; unitName: string }) {
  const { t } = useTexts();
  const isWithdrawn = file.withdrawnAt !== null;
  return (
    <div class="stack">
      <Heading level={2} size="xs">
        {isWithdrawn ? (
          <Words text={file.name} />
        ) : (
          <a class="ds-link" href={filePath(file.file)} download={isPicture(file.mediaType) ? undefined : ''}>
            <Words text={file.name} />
          </a>
        )}
      </Heading>
      <p class="meta">
        <span>{sizeInWords(t, file)}</span>
        <Words text={unitName} />
        <span>
          {t('officeFiles.addedOn')} <Time at={file.addedAt} />
        </span>
      </p>
      {isWithdrawn ? (
        <p>
          <Tag colour="neutral">{t('pageStatus.withdrawn')}</Tag>{' '}
          <Sentence says="officeFiles.reason" words={{ reason: file.withdrawnReason ?? '' }} />
        </p>
      ) : (
        file.alt !== null && (
          <p>
            <Sentence says="officeFiles.shows" words={{ alt: file.alt }} />
          </p>
        )
      )}
      <Uses file={file} />
      {!isWithdrawn && (
        <p class="meta">
          <Link href={withdrawalPath(file.file)} aria-label={t('officeFiles.withdrawNamed', { name: file.name })}>
            {t('office.withdraw')}
          </Link>
        </p>
      )}
    </div>
  );
}

/** Where a file stands, each a way there. */
function Uses({ file: { uses, otherUses } }: { file: UsedFileView }) {
  const { t } = useTexts();
  if (uses.length + otherUses === 0) return <p class="meta">{t('officeFiles.unused')}</p>;
  return (
    <>
      <p>{t('officeFiles.usedIn')}</p>
      <ul class="ds-list">
        {uses.map((use) => (
          <li key={use.id ?? use.kind}>
            <Use use={use} />
          </li>
        ))}
        {otherUses > 0 && <li>{t('officeFiles.otherUses', { count: otherUses })}</li>}
      </ul>
    </>
  );
}

function Use({ use: { kind, id, title, language, isPublic } }: { use: FileUseView }) {
  const { t } = useTexts();
  return (
    <>
      {t(`officeFiles.kind.${kind}`)}{' '}
      <Link href={addressOf[kind] + (id ?? '')}>
        {title === null ? t(kind === 'settings' ? 'settings.crest' : 'questions.one') : <Words text={title} language={language} />}
      </Link>
      {!isPublic && ` (${t('officeFiles.notPublic')})`}
    </>
  );
}

/** What a withdrawal does, before it is done: it cannot be taken back. */
export function WithdrawFilePage({ file, form }: { file: UsedFileView; form: FormState }) {
  const { t } = useTexts();
  const trail = [
    { href: '/office', label: t('nav.office') },
    { href: '/office/files', label: t('officeFiles.title') },
  ];
  return (
    <div class="narrow">
      <Breadcrumbs trail={trail} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('officeFiles.withdrawTitle')}
        </Heading>
        <p class="lead">
          <Words text={file.name} />
        </p>
      </div>
      <div class="stack-lg">
        <Picture picture={{ ...file, withdrawn: file.withdrawnAt !== null, withdrawnReason: file.withdrawnReason }} />
        <div class="stack">
          <Uses file={file} />
          <p>{t('officeFiles.whatHappens')}</p>
        </div>
        <Notice colour="warning">{t('officeFiles.forGood')}</Notice>
        <Form name="withdrawal" action={withdrawalPath(file.file)} state={form}>
          <TextField
            form="withdrawal"
            name="reason"
            label={t('office.withdrawReason')}
            hint={t('officeFiles.reasonHint')}
            state={form}
            max={limits.reasonLength}
          />
          <div class="button-row">
            <SubmitButton danger>{t('office.withdraw')}</SubmitButton>
            <Link href="/office/files">{t('officeFiles.keep')}</Link>
          </div>
        </Form>
      </div>
    </div>
  );
}
