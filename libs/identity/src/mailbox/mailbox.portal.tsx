import { Controller, Get, Res } from '@nestjs/common';
import type { Visited } from '@isegoria/portal-kit';
import { EmptyState, Heading, Notice, Time, useTexts } from '@isegoria/ui';
import { readMailbox, type MailboxMessage } from './mailbox.contract';

@Controller('mailbox')
export class MailboxController {
  /** Found only while the platform keeps its messages instead of sending them: the API says so. */
  @Get()
  async mailbox(@Res() { visit }: Visited): Promise<void> {
    const { items, notesEveryMinutes } = await visit.api.do(readMailbox, {});
    visit.show(<MailboxPage messages={items} minutes={notesEveryMinutes} />, { title: visit.texts.t('mailbox.title') });
  }
}

export function MailboxPage(props: { messages: readonly MailboxMessage[]; minutes: number }) {
  const { t } = useTexts();
  return (
    <div class="narrow">
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('mailbox.title')}
        </Heading>
      </div>
      <div class="stack">
        <Notice colour="warning">{t('mailbox.lead')}</Notice>
        <p>{t('mailbox.rounds', { minutes: props.minutes })}</p>
        {props.messages.length === 0 && <EmptyState>{t('mailbox.empty')}</EmptyState>}
        {props.messages.map((message) => (
          <article class="card" key={message.id}>
            <Heading level={2} size="xs">
              <span dir="auto">{message.subject}</span>
            </Heading>
            <p class="meta">
              <bdi>{message.to}</bdi>
              <Time at={message.sentAt} withTime />
            </p>
            <p class="citizen-text" dir="auto">
              {withLinks(message.body)}
            </p>
          </article>
        ))}
      </div>
    </div>
  );
}

/** The links of a message that work once, made clickable as paths of this site; every other address stays text. */
function withLinks(body: string) {
  return body.split(/(https?:\/\/\S+\?token=[\w.~%-]+(?:&return=[\w.~%-]+)?)/).map((part, index) => {
    if (index % 2 === 0) return part;
    const { pathname, search } = new URL(part);
    return (
      <a class="ds-link" href={pathname + search} dir="ltr">
        {part}
      </a>
    );
  });
}
