export * from './duty-stages.ts';
export * from './guide.ts';
export * from './power.ts';
export * from './record.ts';
export * from './risk-point.ts';
