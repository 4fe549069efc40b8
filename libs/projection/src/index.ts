export * from './checkpoint';
export * from './projection';
export * from './run-projections';
