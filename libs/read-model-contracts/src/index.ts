export * from './read-models.contract';
