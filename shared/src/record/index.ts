export * from './check-record.ts';
export * from './duty-stages.ts';
export * from './guide.ts';
export * from './power.ts';
export * from './record.ts';
export * from './record-texts.ts';
export * from './risk-point.ts';
