export * from './checkpoint';
export * from './follow-on';
export * from './projection';
export * from './run-projections';
