import { Heading, Link, useTexts, type MessageKey } from '@isegoria/ui';
import { CheckpointSection } from '../checkpoint.section';
import type { CheckpointView } from '../newest-checkpoint';

const role: readonly MessageKey[] = ['auditors.role1', 'auditors.role2', 'auditors.role3', 'auditors.role4'];
const unchecked: readonly MessageKey[] = [
  'auditors.unchecked1',
  'auditors.unchecked2',
  'auditors.unchecked3',
  'auditors.unchecked4',
  'auditors.unchecked5',
  'auditors.unchecked6',
];
const file = 'audit.bundle';
const commands = [
  { what: 'auditors.whole', command: (origin: string) => origin },
  { what: 'auditors.bundle', command: (origin: string) => `${origin} --bundle ${file}` },
  { what: 'auditors.again', command: () => file },
  { what: 'auditors.token', command: (origin: string) => `${origin} --token -` },
] as const;

/** What the role of an auditor is, how to do it, from which checkpoint, and what remains unchecked. */
export function AuditorsPage(props: { checkpoint: CheckpointView | undefined; origin: string }) {
  const { t } = useTexts();
  return (
    <div class="narrow">
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('auditors.title')}
        </Heading>
        <p class="lead">{t('auditors.lead')}</p>
      </div>
      <div class="stack-lg">
        <section class="stack" aria-labelledby="role">
          <Heading level={2} size="md" id="role">
            {t('auditors.role')}
          </Heading>
          <Sentences keys={role} />
          <p>{t('auditors.account')}</p>
        </section>
        <section class="stack" aria-labelledby="commands">
          <Heading level={2} size="md" id="commands">
            {t('auditors.commands')}
          </Heading>
          <p>{t('auditors.commandsLead')}</p>
          {commands.map(({ what, command }) => (
            <div class="stack" key={what}>
              <p>{t(what)}</p>
              <pre class="receipt-text" dir="ltr" tabIndex={0} aria-label={t(what)}>{`npm run audit -- ${command(props.origin)}`}</pre>
            </div>
          ))}
          <p>{t('auditors.result')}</p>
        </section>
        <CheckpointSection checkpoint={props.checkpoint} />
        <section class="stack" aria-labelledby="unchecked">
          <Heading level={2} size="md" id="unchecked">
            {t('auditors.unchecked')}
          </Heading>
          <Sentences keys={unchecked} />
          <p>
            <Link href="/transparency">{t('transparency.title')}</Link>
          </p>
        </section>
      </div>
    </div>
  );
}

function Sentences({ keys }: { keys: readonly MessageKey[] }) {
  const { t } = useTexts();
  return (
    <ul class="ds-list">
      {keys.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  );
}
