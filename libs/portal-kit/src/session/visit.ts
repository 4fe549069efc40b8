import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Request, Response } from 'express';
import type { VNode } from 'preact';
import { ApiClient, ApiProblem } from '@isegoria/api-client';
import { nothingSet, type PlatformSettings, type TopView } from '@isegoria/content';
import { showOwnAccount, type AccountView, type Session } from '@isegoria/identity';
import {
  Rejection,
  isColour,
  isZoneName,
  may,
  mustBePermitted,
  problemOf,
  type Accepted,
  type CommandContract,
  type Permission,
} from '@isegoria/kernel';
import { isFromElsewhere } from '@isegoria/service-host';
import { languages, sourceLanguage, textsIn, type Language, type Texts } from '@isegoria/texts';
import type { FormState } from '@isegoria/ui';
import { cookieName, privateCookie, readCookie, readToken } from './cookies';
import { acceptanceOf, readAcceptance, written, type Acceptance } from '../forms/done/acceptance';
import { isOnPage, type ReadBack, type Refused } from '../errors/kept-words';
import { renderDocument } from '../layout/document/document';
import type { PageOptions } from '../layout/document/visitor';
import type { Drawn } from '../layout/drawn';
import { shownAgain } from '../forms/form';
import { formErrors } from '../forms/errors/form-errors';
import type { PortalSettings } from '../settings/settings';
import { wordsFor } from '../settings/site-settings';
import { drawCard } from '../pictures/card';
import { withQuery } from '../paths/with-query';

/** A file that a form brought. */
export interface SentFile {
  readonly field: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly isTooLarge: boolean;
}

export interface Thanks {
  readonly for: string;
  readonly receipt: string;
  /** What was said, if something later can replace it. */
  readonly said?: string;
}

/** What became of a form: accepted, or to be shown again with what was wrong. */
export type Attempt<T> = { accepted: T; form?: undefined; status?: undefined } | { accepted?: undefined; form: FormState; status: number };

const aMinute = 60_000;
/** The colour of the platform. */
const petrol = '#0b5c6b';

const ofFiles = ['content-type', 'content-disposition', 'isegoria-position'];
/** What anybody may read and keep comes with what its reader's browser may do with it. */
const ofPublicFiles = [...ofFiles, 'content-length', 'content-security-policy', 'cache-control', 'etag'];

/** A response to which the middleware has added the visit: every handler takes `{ visit }` out of it. */
export type Visited = Response & { visit: Visit };

/** One request of one visitor: who it is, in which language, and how to answer. */
export class Visit {
  texts: Texts;
  readonly token: string | undefined;
  api: ApiClient;
  account: AccountView | undefined;
  /** Whether the visitor took the first step of a sign-in, and the second is awaited. */
  waitsForCode = false;
  /** How many notes wait for the visitor; undefined where that is not known. */
  unreadNotes: number | undefined;
  /** The top of the tree of the site. */
  menu: TopView = { sections: [] };
  /** What an administrator set. */
  private siteSettings = nothingSet;
  /** The form whose acceptance led to this page. */
  readonly accepted: Acceptance | undefined;
  /** For whom the page was made from which the form of this request came. */
  writtenBy: string | undefined;
  /** The files that the form of this request brought. */
  files: readonly SentFile[] = [];
  private acceptedNow: Omit<Acceptance, 'path'> | undefined;
  private refused: Refused | undefined;
  /** What the form of this request says in words, once somebody who knows its fields has said so. */
  readBack: ReadBack | undefined;
  /** The name of the command that the form of this request is for, once that is known. */
  command: string | undefined;

  constructor(
    readonly request: Request,
    private readonly response: Response,
    readonly settings: PortalSettings,
  ) {
    const language = this.chooseLanguage();
    this.texts = textsIn(language, settings.timeZone);
    this.token = readToken(request, settings);
    this.api = this.apiAs(this.token);
    this.accepted = readAcceptance(readCookie(request, cookieName(settings, 'accepted')), request.path);
  }

  get sender(): string | undefined {
    return this.account?.id ?? this.writtenBy;
  }

  get site(): PlatformSettings {
    return this.siteSettings;
  }

  set site(settings: PlatformSettings) {
    this.siteSettings = settings;
    this.tellTimes();
  }

  /** The IANA name of the zone of the site, in which officials type times and everybody reads them who chose no other. */
  get siteZone(): string {
    const { timeZone } = this.site;
    return isZoneName(timeZone) ? timeZone : this.settings.timeZone;
  }

  private tellTimes(): void {
    const own = this.isInOffice ? undefined : this.account?.timeZone;
    this.texts = textsIn(this.texts.language, own ?? this.siteZone, this.siteZone);
  }

  /** Where officials type times, which are those of the site. */
  private get isInOffice(): boolean {
    return this.request.path.startsWith('/office');
  }

  private get isAboutAccount(): boolean {
    return /^\/(account|my)(\/|$)/.test(this.request.path);
  }

  /** The key of the form that was accepted last: with this request, or with the one that led to it. */
  get acceptedKey(): string | undefined {
    return (this.acceptedNow ?? this.accepted)?.key;
  }

  /** The position of the visitor's last write, which the page must include. */
  get after(): number | undefined {
    const after = Number(this.request.query['after']);
    return this.request.query['after'] && Number.isSafeInteger(after) && after >= 0 ? after : undefined;
  }

  /** Where in a list the page that is asked for begins; undefined at its start. */
  cursor(parameter = 'cursor'): string | undefined {
    const cursor = this.request.query[parameter];
    return typeof cursor === 'string' && cursor !== '' ? cursor : undefined;
  }

  /** The site's address, for links that leave it. */
  get origin(): string {
    return this.settings.publicUrl ?? `${this.request.protocol}://${this.request.host ?? ''}`;
  }

  /** The site's address as the operator set it. */
  get siteAddress(): string | undefined {
    return this.settings.publicUrl;
  }

  /** The API as whoever took the first step of a sign-in. */
  get waitingApi(): ApiClient {
    return this.apiAs(this.token);
  }

  private apiAs(token: string | undefined): ApiClient {
    const { ip: address, headers } = this.request;
    const visitor = { language: this.texts.language, token, address, agent: headers['user-agent'] };
    return new ApiClient(this.settings.gatewayUrl, { ...visitor, after: this.after });
  }

  /** The API without a session, for things that are the same for everyone and may be cached. */
  get publicApi(): ApiClient {
    return new ApiClient(this.settings.gatewayUrl, { language: this.texts.language, after: this.after });
  }

  /** The name of the institution: as an administrator set it, otherwise as the site was installed. */
  get ministry(): string {
    return this.ministryIn(this.texts.language);
  }

  ministryIn(language: Language): string {
    return wordsFor(language, this.site.institution)?.words ?? this.settings.ministry(language);
  }

  /** A picture of words for where links are shared. The title is in the same language; absent: of the site. */
  card(language: Language, title?: string): Promise<Buffer> {
    const colour = isColour(this.site.colour) ? this.site.colour : petrol;
    return drawCard({ name: this.ministryIn(language), title, language, colour });
  }

  /** What never changes under its address, but may be withdrawn or changed within a day. */
  sendPicture(type: string, picture: Buffer): void {
    this.response.set({ 'content-type': type, 'cache-control': 'public, max-age=86400' }).send(picture);
  }

  /** @param unit where; absent: in whichever unit */
  may(permission: Permission, unit?: string): boolean {
    return may(this.account, permission, unit);
  }

  /** Shows a page only to people who may use it. The API enforces it for every command, whatever a page shows. @throws Rejection */
  mustBePermitted(permission: Permission, unit?: string): void {
    mustBePermitted(this.account, permission, unit);
  }

  /** Asks the API who holds the session. A session that has ended is forgotten: the visitor continues without a session. */
  async recognise(): Promise<void> {
    if (!this.token) return;
    try {
      // Pages about the account show what the visitor has just changed; others need not wait for what accounts are read from.
      const after = this.isAboutAccount ? this.after : undefined;
      this.account = await this.api.as({ after }).ask(showOwnAccount, {});
      this.tellTimes();
    } catch (error) {
      if (!(error instanceof ApiProblem && error.is('SESSION_EXPIRED', 'SIGN_IN_REQUIRED', 'ACCOUNT_NOT_FOUND', 'CODE_REQUIRED')))
        throw error;
      this.waitsForCode = error.is('CODE_REQUIRED');
      if (!this.waitsForCode) this.forgetSession();
      this.api = this.apiAs(undefined);
    }
  }

  /** Whether the form of this request was refused, so that the title of the page says so. */
  get isRefused(): boolean {
    return this.refused !== undefined;
  }

  /** A form that was refused is on the page, whatever the page shows: its words are never lost, and its title says so first. */
  show(page: VNode, options: PageOptions): void {
    const refused = this.refused && { ...this.refused, readBack: this.readBack };
    const titled = { ...options, title: this.titleOf(options) };
    if (this.accepted) this.forget('accepted');
    const html = renderDocument(this, page, titled);
    const isWhole = refused === undefined || isOnPage(html, refused);
    this.sendHtml(isWhole ? html : renderDocument(this, page, { ...titled, kept: refused }), options.status ?? 200);
  }

  private titleOf({ title, notDone }: PageOptions): string {
    const { t } = this.texts;
    if (this.refused || notDone === 'overtaken') return t('form.errorTitle', { title });
    return (this.accepted || this.thanks) && !notDone ? t('form.doneTitle', { title }) : title;
  }

  /** Pages are made for one visitor and hold forms that may be sent once: no cache keeps them. */
  sendHtml(html: string | Buffer, status = 200): void {
    this.response.status(status).set('cache-control', 'no-store').type('html').send(html);
  }

  /** Sends what was drawn and compressed before. */
  sendDrawn({ plain, zipped }: Drawn): void {
    this.response.vary('accept-encoding');
    if (isFromElsewhere(this.request) || !this.request.acceptsEncodings('gzip')) return this.sendHtml(plain);
    this.response.set({ 'cache-control': 'no-store', 'content-encoding': 'gzip' }).type('html').send(zipped);
  }

  /**
   * Passes a file of the API on, for the browser to keep. If it breaks off, the connection ends, so that a partial file is not mistaken for
   * the whole.
   */
  async sendFile({ headers, body }: globalThis.Response): Promise<void> {
    const isPublic = headers.get('cache-control')?.startsWith('public') ?? false;
    if (!isPublic) this.response.set('cache-control', 'no-store');
    for (const name of isPublic ? ofPublicFiles : ofFiles) {
      const value = headers.get(name);
      if (value !== null) this.response.set(name, value);
    }
    if (!body) return void this.response.end();
    await pipeline(Readable.fromWeb(body as ReadableStream), this.response).catch((error: unknown) => {
      if (!this.response.destroyed) throw error;
    });
  }

  /**
   * Sends a file that is made while it is sent. What goes wrong before the first part is shown on a page; later, the connection ends, so
   * that a part is not mistaken for the whole.
   */
  async sendParts(parts: AsyncGenerator<string>, { type, name }: { type: string; name: string }): Promise<void> {
    const first = await parts.next();
    this.response.type(type).set({ 'cache-control': 'no-store', 'content-disposition': `attachment; filename="${name}"` });
    this.response.write(first.value ?? '');
    await pipeline(Readable.from(parts), this.response).catch((error: unknown) => {
      if (!this.response.destroyed) throw error;
    });
  }

  /** After a form: the browser gets the next page by GET, so that reloading sends nothing twice. */
  seeOther(path: string, position?: number): void {
    const location = position === undefined ? path : withQuery(path, { after: position });
    if (this.acceptedNow) this.remember('accepted', written(this.acceptedNow, location), aMinute);
    this.response.redirect(303, location);
  }

  /**
   * Another address of this site for what is asked for, with all that the address says besides. No browser keeps it for good: what moved
   * away and came back would lead round in a circle.
   */
  movedTo(path: string): void {
    const { search } = new URL(this.request.originalUrl, 'http://portal.invalid');
    this.response.set('cache-control', 'no-store').redirect(301, path + search);
  }

  /** Has the page to which the answer leads say what was done, and the browser forget its copy of the form. */
  tellOfAcceptance(form: Pick<FormState, 'key'>, contract: Pick<CommandContract, 'name' | 'may'>, count = 1): void {
    this.acceptedNow = acceptanceOf(form, contract, count);
  }

  /**
   * After a contribution: back to `path`, which thanks for it and shows the receipt.
   * @param said what was said, if something later can replace it; without spaces
   */
  thank(accepted: Accepted, path: string, thanks: string, said = ''): void {
    const kept = `${thanks} ${accepted.receipt} ${said}`.trimEnd();
    if (accepted.receipt) this.remember('receipt', kept, 15 * aMinute);
    else this.forget('receipt');
    this.seeOther(withQuery(path, { thanks }), accepted.position);
  }

  /** What the visitor is being thanked for. Only a visitor with the receipt is thanked: a link alone thanks nobody. */
  get thanks(): Thanks | undefined {
    const [kind, receipt, said] = (readCookie(this.request, cookieName(this.settings, 'receipt')) ?? '').split(' ');
    return kind && receipt && kind === this.request.query['thanks'] ? { for: kind, receipt, ...(said && { said }) } : undefined;
  }

  rememberSession(token: string, expiresAt: string): void {
    this.response.cookie(cookieName(this.settings, 'session'), token, {
      ...privateCookie(this.request, this.settings),
      expires: new Date(expiresAt),
    });
  }

  /**
   * Goes on in a session that has just begun: to the second step where it is awaited, to what must be set up first, and to
   * what somebody who is suspended must know.
   */
  begin({ token, expiresAt, needsCode, account, suspendedUntil }: Session, next: string, after?: number): void {
    this.rememberSession(token, expiresAt);
    if (needsCode) return this.seeOther(withQuery('/sign-in/code', { return: next }));
    if (account.lacksSecondFactor) return this.seeOther('/account/second-factor');
    if (suspendedUntil !== undefined) return this.seeOther(withQuery('/account/suspension', { return: next }), after);
    this.seeOther(next, after);
  }

  /** Whoever came by a personal link goes on by it on pages whose addresses do not have it. */
  rememberLink(token: string): void {
    this.remember('link', token, 120 * aMinute);
  }

  get link(): string | undefined {
    return readCookie(this.request, cookieName(this.settings, 'link'));
  }

  forgetSession(): void {
    this.forget('session');
    this.forget('receipt');
  }

  /** @param maxAge milliseconds */
  private remember(what: 'receipt' | 'accepted' | 'link', value: string, maxAge: number): void {
    this.response.cookie(cookieName(this.settings, what), value, { ...privateCookie(this.request, this.settings), maxAge });
  }

  private forget(what: 'session' | 'receipt' | 'accepted'): void {
    this.response.clearCookie(cookieName(this.settings, what), privateCookie(this.request, this.settings));
  }

  /**
   * Sends a form on to the API. What the API refuses comes back as the form with its errors, for the page to be shown again as it was
   * typed; failures that are nobody's mistake (and so have no field to correct) are thrown, and the error page keeps what was typed.
   * @param contract what the form is for: its fields are called by what they are there
   */
  async attempt<T>(form: FormState, send: () => Promise<T>, contract?: Pick<CommandContract, 'name'>): Promise<Attempt<T>> {
    this.command = contract?.name;
    try {
      return { accepted: await send() };
    } catch (thrown) {
      const error = thrown instanceof Rejection ? new ApiProblem(problemOf(thrown.code, thrown.details, this.texts.language)) : thrown;
      if (!(error instanceof ApiProblem) || error.problem.status >= 500) throw error;
      if (error.problem.retryAfter !== undefined) this.response.set('retry-after', String(error.problem.retryAfter));
      return { form: this.refuse(form, error), status: error.problem.status };
    }
  }

  /** The form with what is wrong with it, which the page will show. */
  refuse(form: FormState, error: ApiProblem): FormState {
    const errors = formErrors(error, this.texts, form, this.command);
    return this.refuseWith({ ...shownAgain(form, errors, error.is('IDEMPOTENCY_KEY_REUSED')), isStale: isStale(error) });
  }

  /** The same form, of which the page then says that it was refused. */
  refuseWith(form: FormState): FormState {
    this.refused = { form, command: this.command };
    return form;
  }

  private chooseLanguage(): Language {
    const asked = this.request.query['lang'];
    if (isLanguage(asked)) {
      this.response.cookie(cookieName(this.settings, 'language'), asked, {
        ...privateCookie(this.request, this.settings),
        maxAge: 365 * 24 * 3600_000,
      });
      return asked;
    }
    const remembered = readCookie(this.request, cookieName(this.settings, 'language'));
    if (isLanguage(remembered)) return remembered;
    const accepted = this.request.acceptsLanguages([...languages]);
    return isLanguage(accepted) ? accepted : sourceLanguage;
  }
}

/** A form without a version is shown again beside what stands, as one with an old version is: otherwise it would never be accepted. */
function isStale(error: ApiProblem): boolean {
  return error.is('VERSION_CHANGED') || (error.is('UNKNOWN_FIELD') && error.problem.field === 'version');
}

function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && languages.includes(value);
}
