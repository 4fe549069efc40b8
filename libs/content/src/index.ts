export * from './contract';
export * from './page/page.contract';
export * from './rules/rules.contract';
export * from './settings/settings.contract';
