import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts', 'test/architecture/**/*.test.ts'],
    setupFiles: ['test/unit/seed.ts'],
    // For a test that hangs; none is judged by its time, and a machine may be busy with others.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A test that leaves a property of the global world changed would lie about the next one.
    unstubGlobals: true,
    restoreMocks: true,
  },
});
