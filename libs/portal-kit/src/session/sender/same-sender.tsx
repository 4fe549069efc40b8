import type { NextFunction, Request, Response } from 'express';
import { Sentence, Words } from '@isegoria/ui';
import { UnsentFormPage } from '../../errors/error-pages';
import { readBack } from '../../errors/read-back';
import { senderField } from './with-sender';
import type { Visited } from '../visit';

/** Forms that say by themselves who sends them, or that end whatever session there is. */
const saySo = new Set(['/sign-in', '/sign-in/code', '/sign-out', '/unsubscribe', '/confirm', '/invitation', '/new-password']);

/**
 * Nothing is sent in the name of somebody who did not write it: where another person has signed in in a second window meanwhile, the form
 * comes back with its words and says as whom it would be sent. A session that ended is for the API to refuse; who wrote is remembered on
 * that page too.
 */
export async function mustBeSameSender(request: Request, response: Response, next: NextFunction): Promise<void> {
  const { visit } = response as Visited;
  if (request.method !== 'POST' || !visit || typeof request.body !== 'object') return next();
  const { [senderField]: sender, ...words } = request.body as Record<string, string | string[]>;
  request.body = words;
  if (typeof sender !== 'string' || sender === '' || sender.length > 100) return next();
  visit.writtenBy = sender;
  if (!visit.account || visit.account.id === sender || saySo.has(request.path)) return next();
  const { t } = visit.texts;
  const title = t('sender.title');
  const name = <Words text={visit.account.name} />;
  visit.show(
    <UnsentFormPage
      title={title}
      action={request.originalUrl}
      fields={words}
      readBack={await readBack(visit)}
      status={409}
      detail={<Sentence says="sender.changed" words={{ name }} />}
      sendAs={visit.account.name}
    />,
    { title: t('form.errorTitle', { title }), status: 409, address: '/' },
  );
}
