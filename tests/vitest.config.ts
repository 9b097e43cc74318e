import { defineConfig } from 'vitest/config';

// unit, contract, vectors and property take seconds; architecture reads the build and asks the compiler; end-to-end starts
// the real server; slow is for `npm run test:slow`. Browser tests belong to Playwright.
const kinds = ['unit', 'contract', 'vectors', 'property', 'architecture', 'end-to-end', 'slow'];

export default defineConfig({
  test: {
    passWithNoTests: false,
    unstubEnvs: true,
    unstubGlobals: true,
    restoreMocks: true,
    reporters: ['default'],
    // Two cores, at home and in CI.
    maxWorkers: 2,
    projects: kinds.map((kind) => ({
      extends: true,
      test: {
        name: kind,
        environment: 'node',
        include: [`tests/${kind}/**/*.test.{ts,tsx}`],
        setupFiles: ['tests/setup/fail-on-console.ts'],
        testTimeout: kind === 'slow' ? 30 * 60_000 : kind === 'end-to-end' ? 10 * 60_000 : 60_000,
        hookTimeout: 120_000,
      },
    })),
  },
});
