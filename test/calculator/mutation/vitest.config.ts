import { defineConfig } from 'vitest/config';

/** The tests that judge mutants. `properties/` is left out: it runs thousands of settlements, for every mutant. */
export default defineConfig({ test: { include: ['test/calculator/*.test.ts'], isolate: false } });
