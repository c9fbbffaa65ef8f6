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
  /** Share of random same-sound characters that are found, and of those in official phrases. */
  typosFoundPercent: 75,
  phraseTyposFoundPercent: 95,
  /** False findings in 20,000 characters of clean text: of the statistics, of the lists. */
  falseWarnings: 0.5,
  falseErrors: 0.1,
  checkedPageMs: 100,
  /** Of the chart of a flow with 25 nodes. */
  chartMs: 60,
  chartKB: 40,
  chartCompressedKB: 8,
  /** While a node of a flow with 120 is dragged. */
  editorFramesPerSecond: 50,
  lighthouse: 100,
  /** Of all that a page needs but images, compressed. */
  homeKB: 40,
  itemKB: 25,
  scriptKB: 6,
} as const;
