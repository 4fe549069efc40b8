import { About, Breadcrumbs, Heading, Link, Notice, Time, Words, useTexts } from '@isegoria/ui';
import { WhatIsOwed } from '../../../answer-owed/answer-owed.page';
import type { ReadConsultation } from '../../../translation/reading/translated.page';
import { SaidText, type SaidWords } from '../../deliberation/said-words/said-words.page';
import type { DocumentView } from '../document.contract';
import { PaperPreview, annotationPath } from '../paper/paper.page';
import { Changes } from './changes.page';
import { lostPath, versionPath } from './version-links.page';

/** One version of a text: why it was written, what it changed, because of whom, and all of it. */
export function VersionPage(props: {
  consultation: ReadConsultation;
  paper: DocumentView;
  /** The version with which it is compared; absent for the first. */
  before?: DocumentView;
  /** The words of the annotations that it follows. */
  words: ReadonlyMap<string, SaidWords>;
}) {
  const { t } = useTexts();
  const { consultation, paper, before, words } = props;
  const { activityId, shown: version, versions } = paper;
  const said = versions.find((one) => one.version === version)!;
  const isNewest = versions.at(-1)!.version === version;
  const follows = (id: string) => said.follows.filter(({ paragraph }) => paragraph === id);
  return (
    <About {...consultation}>
      <div class="narrow stack-lg">
        <Breadcrumbs trail={[{ href: `/consultations/${consultation.id}`, label: consultation.title, language: consultation.language }]} />
        <div class="page-head">
          <Heading level={1} size="lg">
            {t('versions.version', { version })}
          </Heading>
          <p class="meta">
            <Time at={said.writtenAt} withTime />
          </p>
          {!isNewest && (
            <Notice colour="warning">
              {t('versions.earlier')} <Link href={versionPath(activityId, versions.at(-1)!.version)}>{t('versions.toNewest')}</Link>
            </Notice>
          )}
          {said.reason !== null && (
            <p class="lead">
              {t('dates.why')} <Words text={said.reason} by="office" />
            </p>
          )}
        </div>
        <WhatIsOwed consultation={consultation} />
        {before && (
          <section class="stack" aria-labelledby="changes">
            <Heading level={2} size="md" id="changes">
              {t('versions.changes', { version: before.shown })}
            </Heading>
            <Changes
              before={before.blocks}
              after={paper.blocks}
              beside={({ id }) =>
                before.shown === version - 1 &&
                follows(id).length > 0 && (
                  <div class="stack">
                    <p class="meta">{t('versions.because')}</p>
                    <ul class="rows">
                      {follows(id).map(({ statementId, paragraph }) => (
                        <li key={statementId}>
                          <SaidText said={words.get(statementId)} />
                          <p class="meta">
                            <Link href={annotationPath(activityId, paragraph, statementId)}>{t('versions.inPlace')}</Link>
                          </p>
                        </li>
                      ))}
                    </ul>
                  </div>
                )
              }
            />
            {before.shown === version - 1 && said.follows.length > 0 && <p>{t('versions.taken', { count: said.follows.length })}</p>}
            {isNewest && paper.lost > 0 && (
              <p>
                <Link href={lostPath(activityId)}>{t('versions.lost', { count: paper.lost })}</Link>
              </p>
            )}
          </section>
        )}
        <Others paper={paper} before={before} />
        <PaperPreview blocks={paper.blocks} summary={t('versions.whole')} isClosed={before !== undefined} />
      </div>
    </About>
  );
}

/** The ways to all versions, and to what this one changed in each of those before it. */
function Others({ paper: { activityId, shown: version, versions }, before }: { paper: DocumentView; before?: DocumentView }) {
  const { t } = useTexts();
  if (versions.length === 1) return null;
  return (
    <section class="stack" aria-labelledby="versions">
      <Heading level={2} size="md" id="versions">
        {t('versions.all')}
      </Heading>
      <ul class="rows">
        {versions.toReversed().map((one) => (
          <li key={one.version}>
            <p>
              {one.version === version ? (
                t('versions.version', { version })
              ) : (
                <Link href={versionPath(activityId, one.version)}>{t('versions.version', { version: one.version })}</Link>
              )}
            </p>
            <p class="meta">
              <Time at={one.writtenAt} withTime />
              {one.reason !== null && (
                <span>
                  <Words text={one.reason} by="office" />
                </span>
              )}
              {one.version < version && one.version !== before?.shown && (
                <Link href={versionPath(activityId, version, one.version)}>{t('versions.compare')}</Link>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
