/** `npm run fuzz` raises the number of random cases of every property that does not name its own. */
const runs = Number(process.env['ZHUPI_FUZZ_RUNS'] ?? '');
if (Number.isInteger(runs) && runs > 0) {
  const { configureGlobal } = await import('fast-check');
  configureGlobal({ numRuns: runs });
}

export {};
