import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';

/** A form as it stands on a page, with what a person could fill in. */
export interface FoundForm {
  readonly page: string;
  readonly action: string;
  /** What a browser would send besides what is typed. */
  readonly given: Readonly<Record<string, string>>;
  /** The names of the fields for words. */
  readonly typed: readonly string[];
  /** The names of those for a day or a file: people fill these in as well. */
  readonly filled: readonly string[];
  readonly secrets: readonly string[];
}

type Controller = new (...parts: never[]) => object;

/** The addresses of a module's handlers, as its controllers declare them: `/questions/:id/answers`. */
export function routesOf(module: object, method: RequestMethod): string[] {
  const controllers = Reflect.getMetadata('controllers', module) as Controller[];
  return controllers.flatMap((controller) => {
    const bases = [Reflect.getMetadata(PATH_METADATA, controller) as string | string[]].flat();
    const handlers = namesIn(controller.prototype).map((name) => (controller.prototype as Record<string, object>)[name]!);
    const own = handlers.filter((handler) => Reflect.getMetadata(METHOD_METADATA, handler) === method);
    const paths = own.flatMap((handler) => [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat());
    return bases.flatMap((base) => paths.map((path) => `/${base}/${path}`.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '')));
  });
}

/** Also of what a controller has from another one. */
function namesIn(prototype: object): string[] {
  const above = Object.getPrototypeOf(prototype) as object | null;
  return above === null || above === Object.prototype
    ? Object.getOwnPropertyNames(prototype)
    : [...new Set([...Object.getOwnPropertyNames(prototype), ...namesIn(above)])];
}

export function matches(route: string, path: string): boolean {
  return new RegExp(`^${route.replace(/:\w+/g, '[^/]+').replace(/\*\w+/, '.+')}$`).test(path.split(/[?#]/)[0]!);
}

/** The forms of a page that are sent by POST. */
export function formsOn(page: string, html: string): FoundForm[] {
  return [...html.matchAll(/<form method="post"([^>]*)>(.*?)<\/form>/gs)].map(([, head, body]) => {
    const parts = body!.matchAll(/<(input|textarea|select|button)\b((?:[^">]|"[^"]*")*)>((?:<option.*?(?=<\/select>))?)/gs);
    const fields = [...parts].map(([, kind, attributes, options]) => ({
      kind: kind!,
      name: attributeOf(attributes!, 'name'),
      type: attributeOf(attributes!, 'type') ?? 'text',
      value: (kind === 'select' ? chosenOf(options!) : attributeOf(attributes!, 'value')) ?? '',
      isSecret: /type="password"|one-time-code/.test(attributes!),
    }));
    const named = fields.filter((field): field is typeof field & { name: string } => field.name !== undefined);
    const isTyped = ({ kind, type, isSecret }: (typeof fields)[number]) =>
      !isSecret && (kind === 'textarea' || (kind === 'input' && ['text', 'email', 'datetime-local'].includes(type)));
    // Of several buttons, a browser presses the first for whoever presses Enter.
    const enter = fields.find(({ kind }) => kind === 'button');
    const isPressed = (field: (typeof fields)[number]) => field.kind !== 'button' || field === enter;
    const given = named.filter((field) => !isTyped(field) && !field.isSecret && isPressed(field));
    return {
      page,
      action: attributeOf(head!, 'action')!,
      given: Object.fromEntries(given.toReversed().map(({ name, value }) => [name, value])),
      typed: named.filter(isTyped).map(({ name }) => name),
      filled: named.filter(({ type }) => type === 'date' || type === 'file').map(({ name }) => name),
      secrets: named.filter(({ isSecret }) => isSecret).map(({ name }) => name),
    };
  });
}

/** What a browser sends of a list: what is chosen, or what comes first. */
function chosenOf(options: string): string | undefined {
  return attributeOf(/<option[^>]* selected[^>]*>/.exec(options)?.[0] ?? options, 'value');
}

/** What a browser would send of a form in which nobody has typed anything, and what stood is deleted. */
export function sentBlank(page: string, html: string, action = page): Record<string, string> {
  const { given, typed } = formsOn(page, html).find((form) => form.action === action)!;
  return { ...Object.fromEntries(typed.map((name) => [name, ''])), ...given };
}

/** The pages of the site to which a page leads; files to keep are none. */
export function linksOn(html: string): string[] {
  const links = [...html.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)].map(([, href]) => unescaped(href!));
  return links.filter((href) => !/^\/(?:api|log|assets)\/|[?&](?:lang|return)=|\.\w{2,4}(?:\?|$)/.test(href));
}

function attributeOf(attributes: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
