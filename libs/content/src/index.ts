export * from './contract';
export * from './page/page.contract';
export * from './rules/rules.contract';
export * from './settings/settings.contract';
export * from './site-page/facts.contract';
export * from './site-page/going-public/going-public.contract';
export * from './site-page/site-page.contract';
