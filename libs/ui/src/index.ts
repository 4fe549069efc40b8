export * from './charts/bars';
export * from './components/basics';
export * from './components/forms';
export * from './components/icons';
export * from './components/markdown';
export * from './components/table';
export * from './components/texts-context';
export * from './styles/stylesheet';
export { directionOf, languages, ownNameOf, textsIn, type MessageKey, type Texts } from '@isegoria/texts';
