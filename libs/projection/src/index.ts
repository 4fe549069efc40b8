export * from './answer';
export * from './checkpoint';
export * from './follow-on';
export * from './page';
export * from './projection';
export * from './run-projections';
