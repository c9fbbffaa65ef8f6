/** What the figures of 100,000 items are held against. Times in the unit of their row. */
export const AIMS = {
  fillSeconds: 180,
  /** Seconds until an empty node shows 100,000 items. */
  syncSeconds: 300,
  rebuildPagesPerSecond: 500,
  rebuildMemoryMB: 600,
  visibleP95Ms: 300,
  goneP95Ms: 300,
  repairSlowestMs: 10_000,
  deepPageP95Ms: 20,
  feedP95Ms: 20,
  adminListP95Ms: 500,
  searchP50Ms: 10,
  searchP95Ms: 30,
  storedPageRequestsPerSecond: 10_000,
} as const;
