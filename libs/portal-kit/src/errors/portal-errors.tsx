import { randomUUID } from 'node:crypto';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request } from 'express';
import { ApiProblem } from '@isegoria/api-client';
import { Rejection, rejections, sentenceOf, type RejectionCode } from '@isegoria/kernel';
import { log, notUtf8, secureRefusal } from '@isegoria/service-host';
import { ErrorPage, UnsentFormPage } from './error-pages';
import { fieldWords } from '../forms/fields';
import type { ReadBack } from './kept-words';
import { readBack } from './read-back';
import { signInPath } from '../session/sign-in-path';
import type { Visit, Visited } from '../session/visit';

/** Every error becomes a page written for people. If a form could not be sent, the page contains what was typed, to be sent again. */
@Catch()
export class PortalErrors implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Visited>();
    const request = host.switchToHttp().getRequest<Request>();
    if (response.headersSent) return void response.end();
    const visit: Visit | undefined = response.visit;
    if (!visit) return answerMachine(error, response);

    const code = codeOf(error);
    const isForm = request.method === 'POST';
    if (!isForm && (code === 'SIGN_IN_REQUIRED' || code === 'SESSION_EXPIRED')) return visit.seeOther(signInPath(request.originalUrl));
    if (!isForm && code === 'SECOND_FACTOR_REQUIRED') return visit.seeOther('/account/second-factor');
    if (!isForm && code === 'SUSPENDED') return visit.seeOther('/account/suspension');
    const status = error instanceof ApiProblem ? error.problem.status : rejections[code];
    // What the API refused is in its own security log.
    if (!(error instanceof ApiProblem)) secureRefusal(request, status, code);
    const incident = code === 'INTERNAL' ? report(error) : undefined;
    const title = visit.texts.t(
      status === 404
        ? 'error.notFound.title'
        : status === 410
          ? 'error.gone.title'
          : status === 503
            ? 'error.unavailable.title'
            : status === 403
              ? 'error.forbidden.title'
              : status === 401
                ? 'nav.signIn'
                : 'error.title',
    );
    const keepsTyped = isForm && code !== 'FORBIDDEN_ORIGIN' && hasText(request.body);
    // Its title says first that something is wrong, as that of a form does that is shown again.
    const titled = keepsTyped && !visit.isRefused ? visit.texts.t('form.errorTitle', { title }) : title;
    const show = (words?: ReadBack) => visit.show(
      keepsTyped ? (
        <UnsentFormPage
          title={title}
          action={request.originalUrl}
          fields={request.body as Record<string, unknown>}
          command={visit.command}
          readBack={words}
          status={status}
          detail={detailOf(error, code, visit)}
          incident={incident}
        />
      ) : (
        <ErrorPage title={title} detail={detailOf(error, code, visit)} status={status} incident={incident} />
      ),
      { title: titled, status, address: isForm ? '/' : undefined },
    );
    if (!keepsTyped || visit.readBack) return show(visit.readBack);
    void readBack(visit)
      .then(show)
      .catch((failed: Error) => response.destroy(failed));
  }
}

function codeOf(error: unknown): RejectionCode {
  if (error instanceof ApiProblem) return error.problem.code;
  if (error instanceof Rejection) return error.code;
  const { status, type } = error as { status?: number; type?: string };
  if (status === 413 || type === 'entity.too.large') return 'BODY_TOO_LARGE';
  if (type === notUtf8) return 'MALFORMED_REQUEST';
  const byStatus: Record<number, RejectionCode> = {
    400: 'NOT_FOUND',
    404: 'NOT_FOUND',
    405: 'METHOD_NOT_ALLOWED',
    415: 'UNSUPPORTED_MEDIA_TYPE',
    503: 'UNAVAILABLE',
  };
  return (error instanceof HttpException ? byStatus[error.getStatus()] : byStatus[status ?? 0]) ?? 'INTERNAL';
}

function detailOf(error: unknown, code: RejectionCode, visit: Visit): string | undefined {
  if (code === 'BODY_TOO_LARGE') return visit.texts.t('error.tooLarge');
  // What the API says of its own fields is for programs.
  if (code === 'UNKNOWN_FIELD') return visit.texts.t('form.unfit');
  if (code === 'NOT_FOUND' || code === 'UNAVAILABLE' || code === 'INTERNAL') return undefined;
  const words = () => sentenceOf(code, error instanceof Rejection ? error.details : {}, visit.texts.language);
  return (error instanceof ApiProblem && error.problem.detail) || words();
}

/** Health and metrics are read by machines. */
function answerMachine(error: unknown, response: Visited): void {
  if (error instanceof HttpException) return void response.status(error.getStatus()).json(error.getResponse());
  response.status(500).json({ incident: report(error) });
}

/** The id under which the operator finds the cause; the visitor sees nothing else about it. */
function report(error: unknown): string {
  const incident = error instanceof ApiProblem && error.problem.instance ? error.problem.instance : randomUUID();
  log.error({ incident, err: error }, 'a page failed');
  return incident;
}

function hasText(body: unknown): boolean {
  return Object.entries((body ?? {}) as Record<string, unknown>).some(
    ([name, value]) => name !== 'key' && !fieldWords(name)?.isSecret && value !== '',
  );
}
