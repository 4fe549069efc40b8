import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import type { AccountView, LinkView, RejectionCode } from '@isegoria/contracts';
import { formsOn, linksOn, matches, routesOf, unescaped, type FoundForm } from './testing/forms-of-the-portal.fixture';
import { official, portalOnFakeApi, session } from './testing/portal.fixture';
import { account as citizen, ids } from './testing/sample-data.fixture';
import { linkName, linkToken } from './testing/sample-survey.fixture';

/** Every form that any page has, found by following all links as an administrator and as a visitor. */
describe('every form of the portal', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();
  const forms = new Map<string, FoundForm & { readonly cookie: string; readonly link: LinkView }>();
  let sendable: string[];

  beforeAll(async () => {
    await start();
    api.hasWritten = true;
    const { PortalModule } = await import('./portal.module');
    sendable = routesOf(PortalModule, RequestMethod.POST);
    const pages = routesOf(PortalModule, RequestMethod.GET).filter((route) => !/[:*]/.test(route));
    for (const [account, cookie] of [
      [official, session],
      [citizen, session],
      [citizen, ''],
    ] as const)
      await walk(pages, account, cookie);
    for (const [path, purpose] of [
      ['/confirm', 'confirmation'],
      ['/new-password', 'password'],
      ['/new-address', 'address'],
      ['/old-address', 'undo'],
    ] as const) {
      api.link = { ...api.link, purpose };
      await collect(`${path}?token=a`, '');
    }
    await collect('/invitation?token=a', '');
    api.account = citizen;
    for (const page of ['1', 'review'])
      await collect(`/consultations/${ids.surveyed}/activities/${ids.survey}/by-link/${linkName}/${page}`, `isegoria_link=${linkToken}`);
  });
  afterAll(stop);
  beforeEach(() => void (api.account = official));

  async function walk(starts: readonly string[], account: AccountView, cookie: string): Promise<void> {
    api.account = account;
    const seen = new Set<string>();
    const undo = `/office/moderation?done=hide.1&undo=comment.${ids.comment}`;
    const test = `/consultations/${ids.surveyed}/activities/${ids.survey}/test`;
    const papers = [`/papers/${ids.paper}/p2`, `/office/papers/${ids.paper}`];
    const alone = [`/my/statements/${ids.statement}`, ...papers, undo, `${test}/1`, `${test}/review`];
    const ways = [...starts, ...Object.values(ids).map((id) => `/consultations/${id}`), ...alone];
    for (let path = ways.shift(); path !== undefined; path = ways.shift()) {
      const shape = path.replace(/=[^&]*/g, '=');
      if (seen.has(shape)) continue;
      seen.add(shape);
      ways.push(...linksOn(await collect(path, cookie)));
    }
  }

  async function collect(path: string, cookie: string): Promise<string> {
    // A picture has no text.
    const { text = '' } = await get(path, cookie);
    for (const form of formsOn(path, text)) {
      const route = sendable.find((known) => matches(known, form.action)) ?? form.action;
      const name = `${route} ${form.typed.join()}`;
      if (!forms.has(name)) forms.set(name, { ...form, cookie, link: api.link });
    }
    return text;
  }

  /** Those that take words, each with the platform as it was when it was found. */
  function* withWords() {
    for (const form of forms.values()) {
      api.link = form.link;
      if (form.typed.length > 0) yield form;
    }
  }
  const inAMonth = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 16);
  // The walk chooses no picture, and nobody describes one that is not there.
  const wordsFor = (name: string) =>
    ({ count: '12', closesAt: inAMonth, pictureAlt: '', crestAlt: '' })[name] ??
    (/email|address/i.test(name) ? `words-of.${name}@example.org` : `Words of "${name}" & more`);

  function sent(form: FoundForm, words: (name: string) => string = wordsFor): Record<string, string> {
    // On paper people may leave out what they like; words in place of a number or a code are asked about.
    const isLeftOut = (name: string) => form.action.endsWith('/paper/new') && /^answers\.(?!wish)/.test(name);
    const typed = form.typed.map((name) => [name, isLeftOut(name) ? '' : words(name)]);
    // Whoever writes an answer of their own chooses that.
    const own = form.typed.filter((name) => name.startsWith('own.')).map((name) => [`answers.${name.slice('own.'.length)}`, 'other']);
    const secrets = form.secrets.map((name) => [name, 'a long password']);
    const { change, ...given } = form.given;
    const fields = { ...given, ...Object.fromEntries([...typed, ...own, ...secrets]), key: form.given['key'] ?? 'a-key' };
    // One that shows first what it will do is sent as it is after that.
    if ('seen' in fields)
      return { ...fields, seen: createHash('sha256').update(String(fields['document'])).digest('base64url').slice(0, 22) };
    return change === undefined ? fields : { ...fields, change };
  }

  it('has no route that an earlier one takes', async () => {
    const { PortalModule } = await import('./portal.module');
    const taken = [RequestMethod.GET, RequestMethod.POST].flatMap((method) => {
      const routes = routesOf(PortalModule, method);
      return routes.filter((route, at) => routes.slice(0, at).some((earlier) => earlier !== route && matches(earlier, route)));
    });
    expect(taken).toEqual([]);
  });

  it('is on a page that the walk finds', () => {
    const asksForNoWords = /^\/(?:account\/(?:second-factor|sessions)(?:\/.*)?|sign-in\/code|sign-out|office\/(?:pages|services)\/:id\/publication)$/;
    const found = new Set([...forms.keys()].map((name) => name.split(' ')[0]));
    expect(sendable.filter((route) => !found.has(route) && !asksForNoWords.test(route))).toEqual([]);
    expect([...withWords()].length).toBeGreaterThan(20);
  });

  const refusals: [string, { code: RejectionCode; field?: string } | undefined, string | undefined][] = [
    ['a field is wrong', { code: 'VALIDATION_FAILED', field: 'text' }, undefined],
    ['a phase closed meanwhile', { code: 'CONSULTATION_CLOSED' }, undefined],
    ['it was changed meanwhile', { code: 'CONFLICT' }, undefined],
    ['it was withdrawn meanwhile', { code: 'NOT_FOUND' }, undefined],
    ['somebody sends too much', { code: 'TOO_MANY_REQUESTS' }, undefined],
    ['the API does not answer', { code: 'UNAVAILABLE' }, undefined],
    ['something fails', { code: 'INTERNAL' }, undefined],
    ['the session has ended', undefined, 'isegoria_session=ended'],
    ['there is no session', undefined, ''],
  ];
  it.each(refusals)('comes back with its words where %s', async (_, refusal, cookie) => {
    const strange: string[] = [];
    for (const form of withWords()) {
      api.refusal = refusal;
      const fields = sent(form);
      const { status, text } = await post(form.action, fields, cookie ?? form.cookie);
      if (status < 400 && refusal === undefined) continue; // Needs no session.
      const shown = unescaped(text);
      expect([form.action, status, form.typed.filter((name) => !shown.includes(fields[name]!))]).toEqual([form.action, status, []]);
      expect([form.action, status >= 400]).toEqual([form.action, true]);
      // Nobody typed what steers a form, and nobody reads the codes of what was chosen.
      const boxes = [...text.matchAll(/<textarea[^>]*? id="(?:kept|unsent)-[^"]+"[^>]*>([^<]*)</g)];
      const typed = [...form.typed, ...form.filled];
      const byName = boxes.flatMap(([box]) => / name="([^"]*)"/.exec(box)?.[1] ?? []).filter((name) => !typed.includes(name));
      const codes = Object.values(form.given).filter((value) => /^\w+[=.]|^[\da-f-]{36}|^[a-z]\w{0,7}$/.test(value));
      const byValue = boxes.map(([, words]) => unescaped(words!)).filter((words) => codes.includes(words));
      if (byName.length + byValue.length > 0) strange.push([form.action, ...byName, ...byValue].join(' '));
      // What the API says of its own fields is for programs.
      expect([form.action, /is not valid:|is not a field of/.exec(shown)?.[0]]).toEqual([form.action, undefined]);
    }
    expect(strange).toEqual([]);
  });

  it('of an office says where nothing was changed, and loses no note or reason then', async () => {
    api.changesNothing = true;
    const others = new Set<string>();
    for (const form of withWords()) {
      if (!form.action.startsWith('/office/') || form.cookie === '') continue;
      api.refusal = undefined;
      const fields = sent(form);
      const { status, text = '', headers } = await post(form.action, fields, form.cookie);
      const shown = unescaped(text);
      const isKept = status === 409 && form.typed.every((name) => shown.includes(fields[name]!)) && shown.includes('Nothing was changed');
      const isTold = String(headers['set-cookie']).includes('%20Nothing%20') && !form.typed.some((name) => /^(note|reason)$/.test(name));
      if (!isKept && !isTold) others.add(sendable.find((known) => matches(known, form.action))!.replace('/office', ''));
    }
    api.changesNothing = false;
    const ofSeveral = ['/moderation', '/consultations/:id/activities/:activityId/ballots/exclusions'];
    const decidedOnce = ['/moderation/:items/:id', '/moderation/:items/:id/appeals/:appeal'];
    const changesNone = ['/accounts/search', '/consultations/:id/activities/:activityId/links'];
    expect([...others].sort()).toEqual([...ofSeveral, ...decidedOnce, ...changesNone].sort());
  });

  it('can be sent again as it stands once somebody has signed in again', async () => {
    for (const form of withWords()) {
      // Who that is, the cookie of a personal link says.
      if (form.action.includes('/by-link/')) continue;
      api.refusal = undefined;
      const { status, text } = await post(form.action, sent(form), 'isegoria_session=ended');
      if (status < 400) continue; // Needs no session.
      const again = formsOn(form.page, text).find(({ action }) => action === form.action);
      expect([form.action, again !== undefined]).toEqual([form.action, true]);
      const fields = sent({ ...form, ...again! });
      expect([form.action, Object.keys(fields).sort()]).toEqual([form.action, Object.keys(sent(form)).sort()]);
      // The answer to an order of links is a file.
      const answered = form.action.endsWith('/links') ? 200 : 303;
      expect([form.action, (await post(form.action, fields, session)).status]).toEqual([form.action, answered]);
    }
  });

  it('says in its title that something is wrong, once, and ties each message to a field that is there', async () => {
    for (const form of withWords()) {
      for (const field of form.typed) {
        api.refusal = { code: 'VALIDATION_FAILED', field };
        const { text } = await post(form.action, sent(form), form.cookie);
        expect([form.action, /<title>(Error: )(?!Error)/.exec(text)?.[1]]).toEqual([form.action, 'Error: ']);
        const invalid = [...text.matchAll(/<(?:input|textarea)[^>]*aria-invalid="true"[^>]*>/g)].map(([tag]) => tag);
        const described = invalid.flatMap((tag) => (/aria-describedby="([^"]*)"/.exec(tag)?.[1] ?? '').split(' '));
        expect([form.action, field, described.length > 0]).toEqual([form.action, field, true]);
        expect([form.action, field, described.filter((id) => !text.includes(` id="${id}"`))]).toEqual([form.action, field, []]);
        const summary = /<div class="ds-error-summary".*?<\/div>/s.exec(text)?.[0] ?? '';
        const links = [...summary.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
        expect([form.action, field, links.filter((id) => !text.includes(` id="${id}"`)), links.length > 0]).toEqual([
          form.action,
          field,
          [],
          true,
        ]);
      }
    }
  });

  /** What was changed; a link is looked up by POST, since it is a secret. */
  /** Those that only ask say so with a body, since what they ask with is a secret. */
  const onlyAsk = ['/links', '/survey-links', '/invitations/shown'];
  const changes = () => api.requests.filter(({ method, path }) => method !== 'GET' && !onlyAsk.includes(path)).map(({ path }) => path);
  // These say nothing but what their address says (the button of a mail program sends no more, RFC 8058), or only ask.
  const changesNothing = /^\/(?:unsubscribe|sign-out|receipts\/check)/;

  it('changes nothing where it comes without its fields, and says so', async () => {
    for (const form of forms.values()) {
      if (changesNothing.test(form.action)) continue;
      [api.link, api.refusal, api.requests.length] = [form.link, undefined, 0];
      const { status, text } = await post(form.action, {}, form.cookie);
      expect([form.action, status >= 400, changes()]).toEqual([form.action, true, []]);
      // A list of which nothing is chosen says that, and a vote on nothing is found nowhere.
      const saysSo = status !== 400 || text.includes('What you typed is kept here: check it, and send it again.');
      expect([form.action, saysSo]).toEqual([form.action, true]);
    }
  });

  it('changes nothing where it comes without one of its fields for words, or without its version', async () => {
    for (const form of withWords()) {
      if (changesNothing.test(form.action)) continue;
      const whole = sent(form);
      for (const lost of [...form.typed, ...form.secrets, ...('version' in whole ? ['version'] : [])]) {
        [api.refusal, api.requests.length] = [undefined, 0];
        const rest = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== lost));
        const { status } = await post(form.action, rest, form.cookie);
        expect([form.action, lost, status >= 400, changes()]).toEqual([form.action, lost, true, []]);
      }
    }
  });

  it('comes back whole with a text of 400 KB, and says how long it may be', async () => {
    const far = `${'Ein langer Text. '.repeat(24_000)}The end`;
    for (const form of withWords()) {
      if (!form.typed.some((name) => /^(?:text|body|reason)$/.test(name))) continue;
      api.requests.length = 0;
      const { status, text } = await post(
        form.action,
        sent(form, (name) => (/text|body|reason/.test(name) ? far : wordsFor(name))),
        form.cookie,
      );
      expect([form.action, status, text.includes(far)]).toEqual([form.action, 400, true]);
      expect(text).toMatch(/Shorten this to at most [\d,]+ characters; it has 408,007 now\./);
      expect(api.lastWrite).toBeUndefined();
    }
  });

  it('keeps words that came when nothing can be written any more', async () => {
    api.refusal = { code: 'CONSULTATION_CLOSED' };
    const closed = `/consultations/${ids.decided}`;
    const { activities } = (await import('./testing/sample-data.fixture')).consultations.find(({ id }) => id === ids.decided)!;
    for (const action of [`${closed}/comments`, `${closed}/questions`, `${closed}/activities/${activities[0]!.id}/ballot`]) {
      const { status, text } = await post(action, { text: 'Too late, but mine', key: 'a-key', options: 'a' });
      expect([action, status]).toEqual([action, 409]);
      expect(text).toContain('This is closed; nothing was recorded.');
      if (!action.endsWith('ballot')) expect(text).toContain('Too late, but mine');
      expect(text).toContain('<title>Error: ');
    }
  });
});
