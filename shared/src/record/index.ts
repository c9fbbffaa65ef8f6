export * from './guide.ts';
export * from './power.ts';
export * from './record-text.ts';
export * from './record.ts';
export * from './risk-point.ts';
