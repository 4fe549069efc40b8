import { mapSettings, type MapSettings } from './map-settings';
import { publicOrigin } from '@isegoria/service-host';
import { textsIn, type Language } from '@isegoria/texts';

/** What an operator sets by environment variables. */
export interface PortalSettings {
  /** The origin of the gateway, without a trailing slash; the API is below `/api/v1`. */
  readonly gatewayUrl: string;
  /** The origin of the transparency log when it is not behind the gateway's own origin. */
  readonly logUrl: string;
  /** The origin at which people reach the site; undefined where only the visitor's request says it. */
  readonly publicUrl: string | undefined;
  /** The ministry's name in a language. */
  readonly ministry: (language: Language) => string;
  /** The IANA time zone in which dates are shown. */
  readonly timeZone: string;
  readonly map: MapSettings;
}

export const SETTINGS = Symbol('portal settings');

/** @throws an Error that names the variable when GATEWAY_URL is missing */
export function settingsFromEnvironment(environment: NodeJS.ProcessEnv = process.env): PortalSettings {
  const gatewayUrl = environment['GATEWAY_URL']?.replace(/(?<!\/)\/+$/, '');
  if (!gatewayUrl) throw new Error('The environment variable GATEWAY_URL is not set: the portal needs the address of the API.');
  return {
    gatewayUrl,
    logUrl: (environment['LOG_URL'] ?? gatewayUrl).replace(/(?<!\/)\/+$/, ''),
    publicUrl: publicOrigin(environment),
    ministry: (language) =>
      environment[`MINISTRY_NAME_${variableSuffix(language)}`] || environment['MINISTRY_NAME'] || textsIn(language).t('ministry.name'),
    timeZone: environment['TIME_ZONE'] ?? 'UTC',
    map: mapSettings(environment),
  };
}

/** `fr` as `FR`, `pt-BR` as `PT_BR`. */
function variableSuffix(language: Language): string {
  return language.toUpperCase().replaceAll('-', '_');
}
