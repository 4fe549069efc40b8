export * from './events.contract';
export * from './page/page.contract';
export * from './settings/settings.contract';
