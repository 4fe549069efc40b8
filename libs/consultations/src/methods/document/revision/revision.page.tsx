import { describeFields, listOf, textOf } from '@isegoria/portal-kit';
import { limits } from '@isegoria/kernel';
import {
  About,
  ButtonLink,
  Choices,
  CitizenText,
  Form,
  Heading,
  Link,
  SubmitButton,
  TextArea,
  TextField,
  useTexts,
  type FormState,
} from '@isegoria/ui';
import { OfficeTrail } from '../../../consultation/office/office-trail.page';
import { UnlessRefused, notPublished } from '../../../consultation/office/not-now.page';
import type { ConsultationView } from '../../../consultation/consultation.contract';
import type { WhyNot } from '../../../phase/why-not';
import type { StatementView } from '../../deliberation/statement/statement.contract';
import type { ActivityOfOffice } from '../../method/method.page';
import { Changes } from '../comparison/changes.page';
import { markOf } from '../comparison/mark-of';
import { VersionLinks } from '../comparison/version-links.page';
import type { DocumentView } from '../document.contract';
import { ImportFields } from '../importing/import.page';
import type { PaperBlock } from '../paper/block.contract';
import { annotationPath } from '../paper/paper.page';
import { inOneText } from '../proposal/proposed-in-words.page';
import { AboutWords } from '../proposal/proposes.page';
import { reviseDocument } from './revision.contract';

describeFields(
  {
    document: { label: 'field.document', wrong: 'revision.document.wrong', max: limits.documentLength },
    reason: { label: 'revision.reason', wrong: 'revision.reason.wrong', max: limits.reasonLength },
    follows: { label: 'revision.follows', wrong: 'revision.follows.wrong', isChosen: true },
  },
  reviseDocument,
);
describeFields({ seen: { steers: true } });

export const revisionPath = (activityId: string) => `/office/papers/${activityId}`;

/** What would become of a text, and of what people wrote to it. */
export interface Outlook {
  readonly blocks: readonly PaperBlock[];
  /** How many annotations keep their place. */
  readonly kept: number;
  readonly lost: readonly StatementView[];
  /** What was written to paragraphs that are changed or left out, by their names. */
  readonly onChanged: ReadonlyMap<string, readonly StatementView[]>;
}

/** On the page where an office runs a consultation: the way to a further version. */
export function ReviseLink({ consultation, activity, isFixed }: ActivityOfOffice) {
  const { t } = useTexts();
  if (isFixed || notPublished(consultation)) return null;
  return (
    <section class="stack" aria-labelledby="revision">
      <Heading level={2} size="md" id="revision">
        {t('revision.title')}
      </Heading>
      <p>{t('revision.what')}</p>
      <p>
        <ButtonLink href={revisionPath(activity.id)} variant="secondary">
          {t('revision.write')}
        </ButtonLink>
      </p>
    </section>
  );
}

/** Where an office writes a further version of a text: first it sees what that changes, then it publishes it. */
export function RevisionPage(props: {
  consultation: ConsultationView;
  paper: DocumentView;
  /** Why there is no further version now. */
  why: WhyNot;
  form: FormState;
  outlook?: Outlook;
}) {
  const { t } = useTexts();
  const { consultation, paper, why, form, outlook } = props;
  const field = { form: 'revision', state: form } as const;
  return (
    <About language={consultation.language}>
      <div class="narrow stack-lg">
        <OfficeTrail consultation={consultation} />
        <div class="page-head">
          <Heading level={1} size="lg">
            {t('revision.title')}
          </Heading>
          <p class="lead">{t('revision.what')}</p>
          <VersionLinks paper={paper} />
        </div>
        <UnlessRefused {...{ why, consultation, form }}>
          <Form name="revision" action={revisionPath(paper.activityId)} state={form} withFiles>
            <PreviewOnEnter />
            <TextArea
              {...field}
              name="document"
              label={t('field.document')}
              hint={t('field.document.hint')}
              max={limits.documentLength}
              rows={20}
            />
            <ImportFields {...field} at="" change={(what) => what} />
            <TextField {...field} name="reason" label={t('revision.reason')} hint={t('revision.reason.hint')} max={limits.reasonLength} />
            <input type="hidden" name="seen" value={outlook ? markOf(textOf(form, 'document')) : ''} />
            <div>
              <SubmitButton variant="secondary" name="change" value="preview">
                {t('revision.preview')}
              </SubmitButton>
            </div>
            {outlook && <WhatBecomes paper={paper} outlook={outlook} form={form} />}
            {outlook && <SubmitButton>{t('revision.publish')}</SubmitButton>}
          </Form>
        </UnlessRefused>
      </div>
    </About>
  );
}

/** Browsers press the first button of a form for whoever presses Enter in a field. */
function PreviewOnEnter() {
  return <button type="submit" name="change" value="preview" class="ds-sr-only" tabIndex={-1} aria-hidden="true" />;
}

function WhatBecomes({ paper, outlook, form }: { paper: DocumentView; outlook: Outlook; form: FormState }) {
  const { t } = useTexts();
  const { kept, lost, onChanged, blocks } = outlook;
  return (
    <section class="stack-lg" aria-labelledby="outlook" id="preview">
      <Heading level={2} size="md" id="outlook">
        {t('revision.outlook')}
      </Heading>
      <Changes
        before={paper.blocks}
        after={blocks}
        beside={({ id }) => {
          const annotations = onChanged.get(id) ?? [];
          if (annotations.length === 0) return null;
          return (
            <Choices
              form="revision"
              name="follows"
              part={id}
              legend={t('revision.follows')}
              hint={t('revision.follows.hint')}
              choices={annotations.map((annotation) => ({ value: annotation.id, label: inOneText({ t }, annotation) }))}
              chosen={listOf(form, 'follows')}
              multiple
              state={form}
            />
          );
        }}
      />
      <Heading level={3} size="sm">
        {t('revision.annotations')}
      </Heading>
      <p>{t('revision.kept', { kept, lost: lost.length })}</p>
      {lost.length > 0 && (
        <ul class="rows">
          {lost.map(({ id, at, carried, text }) => (
            <li key={id}>
              <AboutWords at={at} />
              <CitizenText text={text} />
              <p class="meta">
                <Link href={annotationPath(paper.activityId, carried!.paragraph, id)}>{t('versions.inPlace')}</Link>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
