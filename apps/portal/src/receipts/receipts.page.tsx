import { titleFor } from '@isegoria/consultations/translation/reading/translated.page';
import { limits, type ReceiptCheck } from '@isegoria/contracts';
import {
  CitizenText,
  Form,
  Heading,
  Icon,
  Link,
  Notice,
  SubmitButton,
  TextArea,
  directionOf,
  useTexts,
  type FormState,
  type MessageKey,
} from '@isegoria/ui';
import type { AboutReceipt } from './about-receipt';
import { isReplaceable, sentenceFor } from './about-receipt.texts';

export type Verdict = 'good' | 'waiting' | 'bad';

export interface CheckStep {
  readonly name: 'signature' | 'leaf' | 'inclusion' | 'checkpoint';
  readonly outcome: 'ok' | 'failed' | 'waiting';
}

/** The server's answer as the steps that a citizen follows. A step that waits for the next checkpoint has not failed. */
export function stepsOf(check: ReceiptCheck): CheckStep[] {
  return check.steps.map(({ name, ok }) => ({ name, outcome: ok ? 'ok' : check.pending ? 'waiting' : 'failed' }));
}

export function verdictOf(check: ReceiptCheck): Verdict {
  return check.pending ? 'waiting' : check.valid ? 'good' : 'bad';
}

export interface ReceiptPageProps {
  readonly form: FormState;
  /** Absent before anything was checked. */
  readonly check?: ReceiptCheck;
  /** What it is for; absent where that is not known. */
  readonly about?: AboutReceipt;
  /** The receipt is not one of this platform, or was altered. */
  readonly refused?: string;
}

export function ReceiptCheckPage(props: ReceiptPageProps) {
  const { t } = useTexts();
  return (
    <div class="narrow">
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('check.title')}
        </Heading>
        <p class="lead">{t('check.lead')}</p>
      </div>
      <div data-receipt-result>
        {props.refused && <VerdictBox verdict="bad" detail={props.refused} />}
        {props.check && <Checked check={props.check} about={props.about} />}
      </div>
      <BrowserTexts />
      <section class={props.check || props.refused ? 'section stack' : 'stack'} aria-labelledby="check-form">
        {(props.check || props.refused) && (
          <Heading level={2} size="md" id="check-form">
            {t('check.another')}
          </Heading>
        )}
        <Form name="check" action="/receipts/check" state={props.form}>
          <TextArea
            form="check"
            name="receipt"
            label={t('check.receipt')}
            hint={t('check.hint')}
            state={props.form}
            max={limits.receiptLength}
            rows={5}
            mono
          />
          <TextArea
            form="check"
            name="words"
            label={t('check.words')}
            hint={t('check.wordsHint')}
            state={props.form}
            max={limits.commentLength}
            rows={3}
          />
          <div class="ds-field" data-receipt-file hidden>
            <label class="ds-label" for="check-file">
              {t('check.file')}
            </label>
            <p data-field="description" id="check-file-hint">
              {t('check.fileHint')}
            </p>
            <input class="ds-input" type="file" accept=".txt,text/plain" id="check-file" aria-describedby="check-file-hint" />
          </div>
          <SubmitButton>{t('check.send')}</SubmitButton>
        </Form>
      </section>
      <section class="section stack" aria-labelledby="who-checks">
        <Heading level={2} size="md" id="who-checks">
          {t('check.who')}
        </Heading>
        <p>{t('check.whoBrowser')}</p>
        <p>{t('check.whoServer')}</p>
        <p>
          <Link href="/transparency">{t('check.more')}</Link>
        </p>
      </section>
    </div>
  );
}

function Checked(props: { check: ReceiptCheck; about?: AboutReceipt }) {
  const { t } = useTexts();
  const { check } = props;
  return (
    <>
      <VerdictBox
        verdict={verdictOf(check)}
        detail={check.proof ? t('check.place', { seq: check.proof.seq + 1, size: check.proof.treeSize }) : undefined}
      />
      {props.about && <About about={props.about} check={check} />}
      <Standing check={check} />
      <p class="meta" data-checked-by="server" aria-live="polite">
        {t('check.byServer')}
      </p>
      <ol class="steps section">
        {stepsOf(check).map((step) => (
          <Step step={step} key={step.name} />
        ))}
      </ol>
    </>
  );
}

/** What the receipt is for, in words, and whether it still stands. */
function About(props: { about: AboutReceipt; check: ReceiptCheck }) {
  const texts = useTexts();
  const { t } = texts;
  const { type, time, consultation, statement, quota } = props.about;
  const { replacedBy, late } = props.check;
  const title = consultation && titleFor(texts.language, consultation);
  const stands = isReplaceable(type) && replacedBy === null && !late;
  return (
    <div class="stack" data-about={type}>
      <p>{t(sentenceFor(type), { time: texts.dateTime(time) })}</p>
      {statement && (
        <blockquote class="card">
          <CitizenText text={statement} />
        </blockquote>
      )}
      {title && (
        <p>
          {t('about.in')}{' '}
          <a class="ds-link" href={`/consultations/${consultation.id}`} lang={title.language} dir={directionOf(title.language)}>
            {title.text}
          </a>
        </p>
      )}
      {stands && <p>{t('about.stands')}</p>}
      {quota === 'beyond' && <Notice colour="warning">{t('quota.kept')}</Notice>}
      {quota === 'some' && <p>{t('quota.ofReceipt')}</p>}
    </div>
  );
}

/** A genuine receipt may be for something that no longer counts. */
function Standing(props: { check: ReceiptCheck }) {
  const { t } = useTexts();
  const { replacedBy, late, words } = props.check;
  return (
    <>
      {late && <Notice colour="warning">{t('check.late')}</Notice>}
      {words && <Notice colour={words === 'same' ? 'success' : 'danger'}>{t(`check.words.${words}`)}</Notice>}
      {replacedBy !== null && <Notice colour="warning">{t('check.replaced', { seq: replacedBy + 1 })}</Notice>}
    </>
  );
}

function VerdictBox(props: { verdict: Verdict; detail?: string }) {
  const { t } = useTexts();
  const css = { good: 'verdict-good', waiting: 'verdict-wait', bad: 'verdict-bad' }[props.verdict];
  return (
    <div class={`verdict ${css}`} role="status">
      <Heading level={2} size="sm">
        {t(`check.${props.verdict}`)}
      </Heading>
      <p>{t(`check.${props.verdict}Detail`)}</p>
      {props.detail && <p>{props.detail}</p>}
    </div>
  );
}

const marks = { ok: 'agree', failed: 'disagree', waiting: 'pass' } as const;

export function Step(props: { step: CheckStep }) {
  const { t } = useTexts();
  const { name, outcome } = props.step;
  return (
    <li class={`step-${outcome}`} data-step={name} data-outcome={outcome}>
      <span class="step-mark">
        <Icon name={marks[outcome]} />
      </span>
      <p class="step-title">
        {t(`step.${name}`)} <span class="ds-sr-only">{t(`outcome.${outcome}`)}</span>
      </p>
      <p>{t(`step.${name}.what`)}</p>
    </li>
  );
}

/** What the script says when it checks in the browser: the catalogue stays on the server, the words come with the page. */
function BrowserTexts() {
  const { t } = useTexts();
  const keys: MessageKey[] = ['check.byBrowser', 'check.browserDisagrees', 'check.browserCannot'];
  return (
    <div hidden data-receipt-texts>
      {keys.map((key) => (
        <p data-text={key} key={key}>
          {t(key)}
        </p>
      ))}
    </div>
  );
}
