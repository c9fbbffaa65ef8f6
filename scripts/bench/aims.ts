/** What the figures of 100,000 items are held against. Times in the unit of their row. */
export const AIMS = {
  fillSeconds: 180,
  /** Seconds until an empty node shows 100,000 items. */
  syncSeconds: 300,
  rebuildPagesPerSecond: 500,
  rebuildMemoryMB: 1024,
  visibleP95Ms: 1000,
  goneP95Ms: 1000,
  deepPageP95Ms: 100,
  feedP95Ms: 500,
  adminListP95Ms: 500,
  searchP50Ms: 20,
  searchP95Ms: 200,
  storedPageRequestsPerSecond: 10_000,
} as const;
